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
  private let links: FileTree.Links
  /// The files that were met, by their paths without links.
  private var met: Set<String> = []

  init(
    of paths: [String], following links: FileTree.Links, archives: ArchiveOpener,
    held: [String: [UInt8]] = [:]
  ) {
    self.links = links
    self.archives = archives
    self.held = held
    for path in paths {
      if path != "-", FileTree.isFolder(path) {
        addFolder(path, isAlone: paths.count == 1)
      } else if paths.count == 1 || isNew(path) {
        add(InputFile(named: path))
      }
      trails += sources[trails.count...].map { Self.trail(of: $0.file.path, in: path) }
    }
  }

  private static func trail(of file: String, in path: String) -> [String] {
    [path] + file.dropFirst(path.count).split { $0 == "/" || $0 == "!" }.map(String.init)
  }

  /// Adds the files of a folder, but those that another path led to.
  private mutating func addFolder(_ path: String, isAlone: Bool) {
    let tree = FileTree(at: path, following: links)
    problems += tree.unreadable.map { .unreadable($0.path, $0.reason) }
    if let first = tree.links.first {
      problems.append(.unreadable(first, Self.notFollowed(tree.links.count)))
    }
    for file in tree.files where isAlone || isNew(file) { add(InputFile(foundAt: file)) }
  }

  private static func notFollowed(_ count: Int) -> String {
    count == 1
      ? "the link leads out of the folder or nowhere; it is not followed"
      : "the link and \(count - 1) others lead out of the folder or nowhere; they are not followed"
  }

  /// Whether no other path led to the file before.
  private mutating func isNew(_ path: String) -> Bool {
    guard path != "-", let place = FileTree.withoutLinks(path) else { return true }
    return met.insert(place).inserted
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
