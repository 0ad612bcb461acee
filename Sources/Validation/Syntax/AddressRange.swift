/// A range of IP addresses, as a block of a network policy names it: `10.9.8.0/24`.
struct AddressRange {
  private let bytes: [UInt8]
  private let prefix: Int

  /// Reads a range as generously as the API server does; nil when it is none.
  init?(_ text: String) {
    let parts = text.parts(at: "/")
    guard parts.count == 2, let bytes = AddressSyntax.bytes(of: parts[0]),
      !parts[1].isEmpty, parts[1].utf8.allSatisfy(\.isDigit), let prefix = Int(parts[1]),
      prefix <= bytes.count * 8
    else { return nil }
    self.bytes = bytes
    self.prefix = prefix
  }

  /// Whether the other range lies inside this one and is smaller.
  func strictlyContains(_ other: AddressRange) -> Bool {
    guard bytes.count == other.bytes.count, prefix < other.prefix else { return false }
    return (0..<prefix).allSatisfy { bit(at: $0) == other.bit(at: $0) }
  }

  private func bit(at index: Int) -> Bool {
    bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
  }
}
