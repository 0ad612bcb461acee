/// Eight octets of a text, of which some are looked for at once.
///
/// Of the bits that a search gives the lowest stands in the first octet that was looked for; higher ones may be wrong.
struct Octets {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private let word: UInt64

  /// - Parameter word: the octets, the first of them lowest.
  init(_ word: UInt64) {
    self.word = word
  }

  /// Octets that are no printable ASCII.
  var outsideOfASCIIText: UInt64 { unmasked & Self.highBits }

  /// Octets that are no printable ASCII or one of two others.
  func outsideOfASCIIText(or one: UInt8, _ other: UInt8) -> UInt64 {
    // What a subtraction borrows or an addition carries reaches only octets above one that is found itself.
    let first = (word ^ Self.ones &* UInt64(one)) &- Self.ones
    let second = (word ^ Self.ones &* UInt64(other)) &- Self.ones
    return (unmasked | first | second) & Self.highBits
  }

  private var unmasked: UInt64 {
    word | (word &- Self.ones &* 0x20) | (word &+ Self.ones)
  }
}
