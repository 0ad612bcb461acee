#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The octets of a file, mapped into memory where that pays and can be done, and read where not, as with pipes.
///
/// A file that shrinks while it is mapped is not guarded against; dumps are not written while they are read.
@safe package struct MappedFile: ~Copyable {
  private let base: UnsafeMutableRawPointer?
  private let length: Int
  private let isMapped: Bool

  /// Opens a file, a named pipe, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: The file as the user named it.
  ///   - limit: How many octets are read at most.
  /// - Throws: Why the file cannot be read.
  package init(_ path: String, limit: Int = 4 << 30) throws(FileError) {
    if path == "-" {
      self = try MappedFile(reading: STDIN_FILENO, path, limit: limit)
      return
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path, errno) }
    let type = status.st_mode & S_IFMT
    guard type != S_IFDIR else { throw FileError(path, .isDirectory) }
    guard type == S_IFREG else {
      self = try MappedFile(reading: descriptor, path, limit: limit)
      return
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
    if size == 0 {
      // Files of /proc have no size and yet something in them.
      self = try MappedFile(reading: descriptor, path, limit: limit)
    } else if size <= Self.small {
      self = try MappedFile(reading: descriptor, path, size: size)
    } else {
      self = try MappedFile(mapping: descriptor, path, size: size)
    }
  }

  /// Files of so many octets are read: to take a mapping away interrupts all processors, and folders hold thousands.
  private static let small = 16 << 10

  private init(mapping descriptor: CInt, _ path: String, size: Int) throws(FileError) {
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw FileError(path, errno)
    }
    unsafe madvise(address, size, MADV_SEQUENTIAL)
    unsafe base = address
    length = size
    isMapped = true
  }

  /// Reads a file of that size; of one that has become shorter what is there.
  private init(reading descriptor: CInt, _ path: String, size: Int) throws(FileError) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1)
    var count = 0
    while count < size {
      let more = unsafe read(descriptor, copy + count, size - count)
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else {
        let error = FileError(path, errno)
        unsafe copy.deallocate()
        throw error
      }
      if more == 0 { break }
      count += more
    }
    unsafe base = copy
    length = count
    isMapped = false
  }

  private init(reading descriptor: CInt, _ path: String, limit: Int) throws(FileError) {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path, errno) }
      guard count > 0 else { break }
      guard bytes.count + count <= limit else { throw FileError(path, .tooLarge(limit: limit)) }
      bytes += chunk[..<count]
    }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    unsafe base = copy
    length = bytes.count
    isMapped = false
  }

  deinit {
    if isMapped {
      if let base = unsafe base { unsafe munmap(base, length) }
    } else {
      unsafe base?.deallocate()
    }
  }

  package var count: Int { length }

  /// The octets, as long as the file stays open.
  package var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let buffer = unsafe UnsafeBufferPointer(
        start: base?.assumingMemoryBound(to: UInt8.self), count: length)
      let span = unsafe Span(_unsafeElements: buffer)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}

extension MappedFile {
  /// The pages that the file takes in memory, which may be given back where they are done with.
  package var pages: MappedPages {
    unsafe MappedPages(base: isMapped ? base : nil, length: length)
  }
}

/// Why a file could not be read.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why a file could not be read.
  package enum Reason: Hashable, Sendable {
    case missing, isDirectory, notPermitted
    /// The limit is in octets.
    case tooLarge(limit: Int)
    /// Anything else, with the number that the system gave.
    case other(Int32)
  }

  /// The file as the user named it.
  package let path: String
  package let reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  fileprivate init(_ path: String, _ number: Int32) {
    self.path = path
    switch number {
    case ENOENT, ENOTDIR: reason = .missing
    case EISDIR: reason = .isDirectory
    case EACCES, EPERM: reason = .notPermitted
    default: reason = .other(number)
    }
  }

  package var description: String {
    switch reason {
    case .missing: "\(path): no such file"
    case .isDirectory: "\(path): is a folder; expected a file"
    case .notPermitted: "\(path): may not be read"
    case .tooLarge(let limit): "\(path): has more than the \(limit) octets that are read"
    case .other(let number): "\(path): cannot be read (system error \(number))"
    }
  }
}
