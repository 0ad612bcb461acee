#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Span<UInt8> {
  /// The first place of these octets at the beginning of a line.
  ///
  /// The first of them is looked for at the speed of the C library, so it had better be a rare one.
  package func firstLine(beginningWith bytes: [UInt8]) -> Int? {
    firstPlace(of: bytes.span, onlyAtLineStart: true)
  }

  /// The first place of these octets.
  package func firstPlace(of bytes: [UInt8]) -> Int? {
    firstPlace(of: bytes.span)
  }

  /// The first place of other octets; nil for none.
  func firstPlace(
    of octets: borrowing Span<UInt8>, onlyAtLineStart: Bool = false
  ) -> Int? {
    guard octets.count > 0 else { return nil }
    return unsafe withUnsafeBytes { text in
      unsafe octets.withUnsafeBytes { octets in
        guard let base = text.baseAddress, let sought = octets.baseAddress else { return nil }
        var offset = 0
        while offset <= text.count - octets.count,
          let found = unsafe memchr(base + offset, Int32(octets[0]), text.count - offset)
        {
          let place = unsafe UnsafeRawPointer(found) - base
          guard place <= text.count - octets.count else { return nil }
          let mayBegin = unsafe !onlyAtLineStart || place == 0 || text[place - 1] == 0x0A
          if mayBegin, unsafe memcmp(found, sought, octets.count) == 0 { return place }
          offset = place + 1
        }
        return nil
      }
    }
  }

  /// Where the line ends that begins at `start` or before: the place of the next line feed; nil when none follows.
  package func firstLineEnd(from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { text in
      guard let base = text.baseAddress,
        let found = unsafe memchr(base + start, 0x0A, text.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
