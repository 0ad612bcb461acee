import Basics
import Findings

/// Finds the inputs of a dump: what the user named, what lies in folders, and what archives hold.
struct SourceGathering {
  private(set) var sources: [DumpSource] = []
  private(set) var problems: [LoadProblem] = []
  /// The paths that the user named, and behind which source those of each end.
  private var roots: [(path: String, end: Int)] = []
  private var archives: ArchiveOpener
  /// What is in memory already, by path.
  private let held: [String: [UInt8]]
  private let links: FileTree.Links
  private let room = HeldRoom()
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
        add(FoundSource(InputFile(named: path), held: held, room))
      }
      roots.append((path, sources.count))
    }
  }

  /// Where each of the sources lies: what the user named, then folders, archives and the file.
  var trails: [[String]] {
    var trails: [[String]] = []
    for root in roots {
      trails += sources[trails.count..<root.end].map { Self.trail(of: $0.file.path, in: root.path) }
    }
    return trails
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
    var files = tree.files
    if !isAlone { files.removeAll { !isNew($0) } }
    let found = files.concurrentMap(chunkSize: Self.chunk) { [held, room] file in
      FoundSource(InputFile(foundAt: file), held: held, room)
    }
    for source in found { add(source) }
  }

  /// How many files are worth handing to another processor.
  private static let chunk = 32

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
  private mutating func add(_ found: FoundSource) {
    let source = found.source
    guard found.isArchive else { return sources.append(source) }
    do {
      let contents = try source.withBytes { archives.contents(of: $0, source.file) }
      sources += contents.sources
      problems += contents.problems
    } catch {
      problems.append(.unreadable(source.file.path, error.description))
    }
  }
}

/// A file as it was found, before archives are unpacked.
private struct FoundSource: Sendable {
  let source: DumpSource
  let isArchive: Bool

  /// Looks at a file, or at what is `held` in memory in its place.
  init(_ file: InputFile, held: [String: [UInt8]], _ room: HeldRoom) {
    let bytes = held.isEmpty ? nil : held[file.path]
    source = bytes.map { DumpSource(file, bytes: $0) } ?? DumpSource(file, within: room)
    isArchive = source.isArchive
  }
}
