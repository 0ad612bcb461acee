/// Which files kustomizations build together.
package struct KustomizeBuilds: Sendable {
  /// The numbers of the builds that a file is part of, by its path without detours.
  private var builds: [String: Set<Int>] = [:]
  private var count = 0

  package init() {}

  package var isEmpty: Bool { builds.isEmpty }

  /// Adds the files of another build.
  mutating func add(_ files: Set<String>) {
    for file in files { builds[file, default: []].insert(count) }
    count += 1
  }

  /// The numbers of the builds that a file is part of.
  package subscript(file: String) -> Set<Int> { builds[KustomizeFiles.path(file)] ?? [] }
}
