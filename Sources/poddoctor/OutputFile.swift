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

  func replace(with bytes: [UInt8]) throws(WritingError) {
    let draft = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure }
    let isWritten = Terminal(descriptor: descriptor).write(bytes)
    guard close(descriptor) == 0, isWritten, unsafe rename(draft, path) == 0 else {
      let failure = failure
      _ = unsafe unlink(draft)
      throw failure
    }
  }

  /// The failure that the last system call reported.
  private var failure: WritingError {
    WritingError(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
