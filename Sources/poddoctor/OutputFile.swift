import DumpLoading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is replaced as a whole: written beside its place, then renamed, so that no reader sees a half.
struct OutputFile {
  /// A file that could not be written, with the system's reason.
  struct WritingError: Error, CustomStringConvertible {
    var path: String
    var reason: String

    /// The failure that the last system call reported.
    fileprivate init(_ path: String) {
      self.path = path
      reason = unsafe String(cString: strerror(errno))
    }

    init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }

    var description: String { "cannot write \(path): \(reason)" }
  }

  var path: String

  /// Writes the file; a device or pipe, which cannot be replaced, is written to.
  func replace(with bytes: [UInt8]) throws(WritingError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    if exists, !isRegular { return try write(bytes) }
    try exchange(for: bytes)
  }

  /// Writes a file that still holds what it held when the new bytes were made of it, and that no link leads to.
  func replace(_ old: [UInt8], with bytes: [UInt8]) throws(WritingError) {
    guard (try? DumpLoader.editableBytes(of: path)) == old else {
      throw WritingError(path: path, reason: "the file has changed meanwhile")
    }
    try replace(with: bytes)
  }

  private func write(_ bytes: [UInt8]) throws(WritingError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure }
    let isWritten = Terminal(descriptor: descriptor).write(bytes)
    guard close(descriptor) == 0, isWritten else { throw failure }
  }

  private func exchange(for bytes: [UInt8]) throws(WritingError) {
    let place = Self.resolved(path)
    var draft = try Draft(beside: place, for: path)
    guard draft.write(bytes), draft.replace(place) else {
      let failure = failure
      draft.discard()
      throw failure
    }
  }

  /// The file that a link leads to, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The failure that the last system call reported.
  private var failure: WritingError { WritingError(path) }
}

/// What is to become a file, beside its place.
///
/// Where the system can, it bears no name before it is whole, so that nothing is left when the program is killed.
private struct Draft {
  private let descriptor: Int32
  private let name: String
  private var isNamed: Bool

  init(beside place: String, for path: String) throws(OutputFile.WritingError) {
    name = "\(place).\(getpid()).tmp"
    let nameless = Self.openNameless(in: Self.folder(of: place))
    isNamed = nameless < 0
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    descriptor = nameless >= 0 ? nameless : unsafe open(name, flags, 0o644)
    guard descriptor >= 0 else { throw OutputFile.WritingError(path) }
  }

  /// Writes everything, and waits until it lies on the disk.
  func write(_ bytes: [UInt8]) -> Bool {
    Terminal(descriptor: descriptor).write(bytes) && fsync(descriptor) == 0
  }

  /// Puts the draft in the place of the file, which keeps its permissions.
  mutating func replace(_ place: String) -> Bool {
    var status = stat()
    if unsafe stat(place, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    if !isNamed {
      let handle = "/proc/self/fd/\(descriptor)"
      guard unsafe linkat(AT_FDCWD, handle, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
        return false
      }
      isNamed = true
    }
    return unsafe rename(name, place) == 0 && close(descriptor) == 0
  }

  func discard() {
    close(descriptor)
    if isNamed { _ = unsafe unlink(name) }
  }

  /// Negative where the system or the file system knows no files without a name.
  private static func openNameless(in folder: String) -> Int32 {
    #if os(Linux)
      // The C library shows O_TMPFILE to GNU programs only.
      unsafe open(folder, 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o644)
    #else
      -1
    #endif
  }

  private static func folder(of place: String) -> String {
    guard let slash = place.lastIndex(of: "/") else { return "." }
    return slash == place.startIndex ? "/" : String(place[..<slash])
  }
}
