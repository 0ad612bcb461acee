import Findings

/// Finds the inputs of a dump: what the user named, what lies in folders, and what archives hold.
struct SourceGathering {
  private(set) var sources: [DumpSource] = []
  /// Where each of the sources lies: what the user named, then folders, archives and the file.
  private(set) var trails: [[String]] = []
  private(set) var problems: [LoadProblem] = []
  private var archives: ArchiveOpener
  /// What is in memory already, by path.
  private let held: [String: [UInt8]]

  init(of paths: [String], archives: ArchiveOpener, held: [String: [UInt8]] = [:]) {
    self.archives = archives
    self.held = held
    for path in paths {
      if path != "-", FileTree.isFolder(path, followingLinks: true) {
        addFolder(path)
      } else {
        add(InputFile(named: path))
      }
      trails += sources[trails.count...].map { Self.trail(of: $0.file.path, in: path) }
    }
  }

  private static func trail(of file: String, in path: String) -> [String] {
    [path] + file.dropFirst(path.count).split { $0 == "/" || $0 == "!" }.map(String.init)
  }

  private mutating func addFolder(_ path: String) {
    let tree = FileTree(at: path)
    problems += tree.unreadable.map { .unreadable($0.path, $0.reason) }
    for file in tree.files { add(InputFile(foundAt: file)) }
  }

  /// Adds a file, or in its place what it holds when it is an archive.
  private mutating func add(_ file: InputFile) {
    let source = held[file.path].map { DumpSource(file, bytes: $0) } ?? DumpSource(file)
    guard source.isArchive else { return sources.append(source) }
    do {
      let contents = try source.withBytes { archives.contents(of: $0, file) }
      sources += contents.sources
      problems += contents.problems
    } catch {
      problems.append(.unreadable(file.path, error.description))
    }
  }
}
