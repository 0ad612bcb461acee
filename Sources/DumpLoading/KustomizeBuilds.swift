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

  /// Whether both files are parts of builds, and of none together.
  package func areApart(_ one: String, _ other: String) -> Bool {
    guard one != other, let one = builds[KustomizeFiles.path(one)],
      let other = builds[KustomizeFiles.path(other)]
    else { return false }
    return one.isDisjoint(with: other)
  }
}
