#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files under a folder, each once, in the byte order of their paths.
///
/// Links are followed to what lies in the same folder and is on no other way there; so a circle of links ends. Pipes,
/// sockets and devices are no files.
struct FileTree {
  /// Deeper folders are left out; nobody's dump is nested like that.
  static let maxDepth = 32
  /// More files than this in one dump are left out.
  private static let maxFiles = 200_000

  private(set) var files: [String] = []
  /// Folders that could not be read, with the system's reason.
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Links that lead out of the folder or nowhere, which are not followed.
  private(set) var links: [String] = []

  /// Which links to files are followed.
  enum Links: Sendable {
    /// Those within the folder: a dump comes from elsewhere, and could lead to what is none of its business.
    case inside
    /// Those to anywhere: the user keeps the folder, and means what it leads to.
    case anywhere
  }

  private let followed: Links
  /// The folder's path without links.
  private let root: String
  /// What was met, by its path without links: folders, and files once there are links to follow.
  private var met: Set<String> = []
  private var isFollowing = false
  private var waiting: [(path: String, depth: Int)] = []

  /// The files at `path`: itself, or all under it.
  init(at path: String, following links: Links) {
    followed = links
    root = Self.withoutLinks(path) ?? path
    guard Self.isFolder(path) else {
      files = [path]
      return
    }
    walk(path, at: root, depth: 0)
    followLinks(from: path)
  }

  static func isFolder(_ path: String) -> Bool { target(of: path) == .folder }

  /// What is at a path, behind all links; nil where nothing is.
  private static func target(of path: String) -> FolderEntry.Kind? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? FolderEntry.kind(of: status) : nil
  }

  /// The path of the same file that no link is a part of; nil when there is none.
  static func withoutLinks(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private mutating func walk(_ folder: String, at place: String, depth: Int) {
    guard depth < Self.maxDepth, met.insert(place).inserted else { return }
    guard let entries = FolderEntry.entries(of: folder) else {
      unreadable.append((folder, unsafe String(cString: strerror(errno))))
      return
    }
    for entry in entries {
      guard files.count < Self.maxFiles else { return }
      let path = Self.path(of: entry.name, in: folder)
      switch entry.kind {
      case .folder: walk(path, at: Self.path(of: entry.name, in: place), depth: depth + 1)
      case .link: waiting.append((path, depth + 1))
      case .file: add(path, at: Self.path(of: entry.name, in: place))
      case .endless: break
      }
    }
  }

  /// Adds a file; only by way of links can it have been met before.
  private mutating func add(_ path: String, at place: @autoclosure () -> String) {
    if !isFollowing || met.insert(place()).inserted { files.append(path) }
  }

  /// Follows the links to what was not met without them.
  private mutating func followLinks(from path: String) {
    guard !waiting.isEmpty else { return }
    isFollowing = true
    for file in files {
      let steps = file.utf8.dropFirst(path.utf8.count).drop { $0 == UInt8(ascii: "/") }
      met.insert(Self.path(of: String(Substring(steps)), in: root))
    }
    var next = 0
    while next < waiting.count, files.count < Self.maxFiles {
      let (path, depth) = waiting[next]
      next += 1
      let target = Self.target(of: path)
      if target == .endless { continue }
      let isFolder = target == .folder
      guard let place = Self.withoutLinks(path),
        isInside(place) || !isFolder && followed == .anywhere
      else {
        links.append(path)
        continue
      }
      if isFolder { walk(path, at: place, depth: depth) } else { add(path, at: place) }
    }
    files.sort(by: Self.precedes)
  }

  private func isInside(_ place: String) -> Bool {
    place.hasPrefix(root.hasSuffix("/") ? root : "\(root)/")
  }

  /// The order in which a walk meets two files.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.split(separator: 0x2F).lexicographicallyPrecedes(other.utf8.split(separator: 0x2F)) {
      $0.lexicographicallyPrecedes($1)
    }
  }

  private static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
