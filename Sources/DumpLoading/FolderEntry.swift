#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Something in a folder, as its list of names tells it.
struct FolderEntry {
  /// What is told apart.
  enum Kind {
    case folder, link
    /// A file, and what cannot be looked at.
    case file
    /// A pipe, a socket or a device: who reads one may wait for ever, and a folder that was collected has none.
    case endless
  }

  let name: String
  let kind: Kind

  /// What is in a folder and not hidden, in the byte order of the names; nil when the folder cannot be read.
  static func entries(of folder: String) -> [FolderEntry]? {
    guard let handle = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(handle) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      entries.append(
        FolderEntry(name: name, kind: kind(unsafe Int(entry.pointee.d_type), of: name, in: folder)))
    }
    return sorted(entries)
  }

  /// Not every file system tells what it lists.
  private static func kind(_ type: Int, of name: String, in folder: String) -> Kind {
    switch type {
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_REG): return .file
    case Int(DT_UNKNOWN): break
    default: return .endless
    }
    var status = stat()
    guard unsafe lstat("\(folder)/\(name)", &status) == 0 else { return .file }
    return kind(of: status)
  }

  /// What the system says that something is.
  static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFREG: .file
    default: .endless
    }
  }

  /// Texts in ASCII are compared byte by byte, and quicker than their bytes.
  private static func sorted(_ entries: [FolderEntry]) -> [FolderEntry] {
    guard entries.allSatisfy({ $0.name.utf8Span.isKnownASCII }) else {
      return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
    return entries.sorted { $0.name < $1.name }
  }
}
