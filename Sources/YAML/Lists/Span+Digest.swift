import Basics

extension Span<UInt8> {
  /// A quick digest of the octets: tells whether a text has changed, and is no defence against anyone.
  ///
  /// Four words at a time, each with a state of its own, so that no multiplication waits for the one before.
  var digest: UInt64 {
    var states: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let raw = unsafe bytes
    var offset = 0
    while offset &+ 32 <= count {
      states.0 = Self.mixed(states.0, unsafe raw.word(at: offset))
      states.1 = Self.mixed(states.1, unsafe raw.word(at: offset &+ 8))
      states.2 = Self.mixed(states.2, unsafe raw.word(at: offset &+ 16))
      states.3 = Self.mixed(states.3, unsafe raw.word(at: offset &+ 24))
      offset &+= 32
    }
    var state = Self.mixed(
      Self.mixed(states.0, states.1) ^ Self.mixed(states.2, states.3) &>> 1,
      UInt64(truncatingIfNeeded: count))
    while offset < count {
      state = Self.mixed(state, word(at: offset))
      offset &+= 8
    }
    return state
  }

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }
}

extension RawSpan {
  /// Eight octets that are there.
  @unsafe fileprivate func word(at offset: Int) -> UInt64 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }
}
