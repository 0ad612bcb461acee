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

    var description: String { "cannot write \(path): \(reason)" }
  }

  var path: String

  /// Writes the file; a device or pipe, which cannot be replaced, is written to.
  func replace(with bytes: [UInt8]) throws(WritingError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    if exists, !isRegular { return try write(bytes) }
    try exchange(for: bytes, mode: exists ? status.st_mode & 0o7777 : nil)
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

  private func exchange(for bytes: [UInt8], mode: mode_t?) throws(WritingError) {
    let place = Self.resolved(path)
    let draft = "\(place).\(getpid()).tmp"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure }
    let isWritten = Terminal(descriptor: descriptor).write(bytes)
    if let mode { _ = fchmod(descriptor, mode) }
    guard close(descriptor) == 0, isWritten, unsafe rename(draft, place) == 0 else {
      let failure = failure
      _ = unsafe unlink(draft)
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
  private var failure: WritingError {
    WritingError(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
