// Inlined into other modules, whose innermost loops these are.
extension Span<UInt8> {
  /// The eight octets from `offset` on as a number, the first of them lowest; zeros stand for those behind the end.
  @inlinable
  package func word(at offset: Int) -> UInt64 {
    let missing = offset &+ 8 &- count
    if missing <= 0 { return load(UInt64.self, at: offset) }
    // What there is of the text is loaded up to its end, and what does not belong to the word shifted out.
    if count >= 8 { return load(UInt64.self, at: count &- 8) &>> UInt64(missing &* 8) }
    return lastOctets(from: offset, 8 &- missing)
  }

  /// Fewer than eight octets up to the end, by loads that overlap.
  @inlinable
  func lastOctets(from offset: Int, _ count: Int) -> UInt64 {
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

  @inlinable
  func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at offset: Int
  ) -> Number {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: type).littleEndian
  }

  /// Whether another text has the same octets.
  @inlinable
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var offset = 0
    while offset < count {
      guard word(at: offset) == other.word(at: offset) else { return false }
      offset &+= 8
    }
    return true
  }
}
