#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files under a folder, in the byte order of their paths; links to folders are not followed.
struct FileTree {
  /// Deeper folders are left out; nobody's dump is nested like that.
  static let maxDepth = 32
  /// More files than this in one dump are left out.
  private static let maxFiles = 200_000

  private(set) var files: [String] = []
  /// Folders that could not be read, with the system's reason.
  private(set) var unreadable: [(path: String, reason: String)] = []

  /// The files at `path`: itself, or all under it.
  init(at path: String) {
    if Self.isFolder(path, followingLinks: true) {
      walk(path, depth: 0)
    } else {
      files = [path]
    }
  }

  static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < Self.maxDepth else { return }
    guard let names = Self.names(in: folder) else {
      unreadable.append((folder, unsafe String(cString: strerror(errno))))
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard files.count < Self.maxFiles else { return }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if Self.isFolder(path, followingLinks: false) {
        walk(path, depth: depth + 1)
      } else {
        files.append(path)
      }
    }
  }

  private static func names(in folder: String) -> [String]? {
    guard let handle = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
