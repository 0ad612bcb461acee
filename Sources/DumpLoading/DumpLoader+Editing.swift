import Basics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DumpLoader {
  /// Why a file is not changed.
  package struct Untouchable: Error {
    package var reason: String
  }

  /// Larger files are not changed in memory.
  private static let editableSize = 64 << 20

  /// The bytes of a file that may be changed: a regular file that no link leads to.
  package static func editableBytes(of path: String) throws(Untouchable) -> [UInt8] {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Untouchable(reason: "the file is a link, or no file that can be changed")
    }
    guard status.st_size <= editableSize else {
      throw Untouchable(reason: "the file is larger than 64 MiB")
    }
    do { return try FileBytes.read(path) } catch {
      throw Untouchable(reason: "the file cannot be read")
    }
  }

  /// What comes from standard input; nil when it cannot be read.
  package static func standardInput() -> [UInt8]? { try? FileBytes.read("-") }
}
