import Basics

extension Span<UInt8> {
  /// A quick digest of the octets: tells whether a text has changed, and is no defence against anyone.
  ///
  /// Four words at a time, each with a state of its own, so that no multiplication waits for the one before.
  var digest: UInt64 {
    var states: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    while offset < count {
      states.0 = Self.mixed(states.0, word(at: offset))
      states.1 = Self.mixed(states.1, word(orZero: offset &+ 8))
      states.2 = Self.mixed(states.2, word(orZero: offset &+ 16))
      states.3 = Self.mixed(states.3, word(orZero: offset &+ 24))
      offset &+= 32
    }
    let (first, second) = (Self.mixed(states.0, states.1), Self.mixed(states.2, states.3))
    return Self.mixed(Self.mixed(first, second), UInt64(truncatingIfNeeded: count))
  }

  private func word(orZero offset: Int) -> UInt64 {
    offset < count ? word(at: offset) : 0
  }

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }
}
