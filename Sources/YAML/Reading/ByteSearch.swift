#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension [UInt8] {
  /// A part of a text.
  @_lifetime(borrow self)
  func octets(from offset: UInt32, _ length: UInt32) -> Span<UInt8> {
    span.extracting(Int(offset)..<Int(offset) &+ Int(length))
  }
}

extension Span<UInt8> {
  /// The first place of an octet at or after `start`, found at the speed of the C library.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether the octets at `offset` are these.
  func has(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - bytes.count else { return false }
    for index in bytes.indices where self[offset + index] != bytes[index] { return false }
    return true
  }
}
