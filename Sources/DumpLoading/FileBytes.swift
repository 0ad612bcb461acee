#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file, a pipe or standard input, read whole into memory up to a limit.
package struct FileBytes {
  /// Why a file could not be read, in the system's words or ours.
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// What one file may hold at the most: 2 GiB.
  static let limit = 2 << 30

  /// Reads a file; `-` is standard input.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    if path == "-" { return try read(descriptor: STDIN_FILENO) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: reason()) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// The first octets of a file, `length` of them where there are so many.
  static func readHead(of path: String, _ length: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: reason()) }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: length)
    let count = unsafe head.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw Failure(description: reason()) }
    return Array(head.prefix(count))
  }

  /// All octets of a file that has so many; nil when it cannot be read, or has more or fewer.
  static func read(_ path: String, ofSize size: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, initialized in
      count = unsafe Glibc.read(descriptor, buffer.baseAddress, size + 1)
      initialized = max(0, count)
    }
    return count == size ? bytes : nil
  }

  /// Some of the octets of a file; nil when it does not have them any more.
  static func read(_ range: Range<Int>, of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      count = unsafe pread(descriptor, buffer.baseAddress, range.count, range.lowerBound)
      initialized = max(0, count)
    }
    return count == range.count ? bytes : nil
  }

  /// Shows what is in a file piece by piece, to those who need not see it all at once.
  static func readPieces(
    of path: String, _ body: (Span<UInt8>) -> Void
  ) throws(Failure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: reason()) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: pieceSize(for: descriptor))
    while true {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else { throw Failure(description: reason()) }
      guard count > 0 else { return }
      body(piece.span.extracting(0..<count))
    }
  }

  /// How much is read at once: all of a small file and not more, for each page that is touched takes its time.
  private static func pieceSize(for descriptor: CInt) -> Int {
    let most = 256 << 10
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return most
    }
    return min(max(Int(status.st_size) + 1, 4 << 10), most)
  }

  private static func read(descriptor: CInt) throws(Failure) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(description: reason()) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(description: "is a folder") }
    guard status.st_size <= limit else {
      throw Failure(description: "is larger than \(limit >> 30) GiB")
    }
    var bytes: [UInt8] = []
    // One byte more than the file tells the end of it without growing the buffer.
    bytes.reserveCapacity(max(Int(status.st_size) + 1, smallestRoom))
    while true {
      if bytes.count == bytes.capacity {
        bytes.reserveCapacity(bytes.count + max(smallestRoom, bytes.count / 2))
      }
      let room = bytes.capacity - bytes.count
      var count = 0
      bytes.append(addingCapacity: room) { span in
        unsafe span.withUnsafeMutableBufferPointer { buffer, initialized in
          count = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
          initialized = max(0, count)
        }
      }
      guard count >= 0 else { throw Failure(description: reason()) }
      if count == 0 { return bytes }
      guard bytes.count <= limit else {
        throw Failure(description: "is larger than \(limit >> 30) GiB")
      }
    }
  }

  /// What is read at once of what does not tell its size: a pipe holds so much.
  private static let smallestRoom = 64 << 10

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
