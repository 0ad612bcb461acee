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

  /// The eight octets from `offset` on as a number, the first of them lowest; zeros stand for those behind the end.
  func word(at offset: Int) -> UInt64 {
    let missing = offset &+ 8 &- count
    if missing <= 0 { return load(UInt64.self, at: offset) }
    // What there is of the text is loaded up to its end, and what does not belong to the word shifted out.
    if count >= 8 { return load(UInt64.self, at: count &- 8) &>> UInt64(missing &* 8) }
    return lastOctets(from: offset, 8 &- missing)
  }

  /// Fewer than eight octets up to the end, by loads that overlap.
  private func lastOctets(from offset: Int, _ count: Int) -> UInt64 {
    if count >= 4 {
      let upper = UInt64(load(UInt32.self, at: offset &+ count &- 4)) &<< UInt64((count &- 4) &* 8)
      return UInt64(load(UInt32.self, at: offset)) | upper
    }
    if count >= 2 {
      let upper = UInt64(load(UInt16.self, at: offset &+ count &- 2)) &<< UInt64((count &- 2) &* 8)
      return UInt64(load(UInt16.self, at: offset)) | upper
    }
    return count > 0 ? UInt64(self[offset]) : 0
  }

  private func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at offset: Int
  ) -> Number {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: type).littleEndian
  }

  /// Whether another text has the same octets.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var offset = 0
    while offset < count {
      guard word(at: offset) == other.word(at: offset) else { return false }
      offset &+= 8
    }
    return true
  }

  /// Whether the octets at `offset` are these.
  func has(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - bytes.count else { return false }
    for index in bytes.indices where self[offset + index] != bytes[index] { return false }
    return true
  }
}
