/// A range of IP addresses, as a block of a network policy names it: `10.9.8.0/24`.
struct AddressRange {
  private let text: String
  private let bytes: [UInt8]
  private let prefix: Int
  private let hasLeadingZeros: Bool

  /// Reads a range as generously as the API server once did; nil when it is none.
  init?(_ text: String) {
    let parts = text.parts(at: "/")
    guard parts.count == 2, let bytes = AddressSyntax.bytes(of: parts[0]),
      !parts[1].isEmpty, parts[1].utf8.allSatisfy(\.isDigit), let prefix = Int(parts[1]),
      prefix <= bytes.count * 8
    else { return nil }
    self.text = text
    self.bytes = bytes
    self.prefix = prefix
    hasLeadingZeros =
      AddressSyntax.hasLeadingZeros(parts[0])
      || parts[1].utf8.count > 1 && parts[1].utf8.first == UInt8(ascii: "0")
  }

  /// What the API server says against a text that is to name a range.
  static func objections(to text: String) -> [String] {
    guard let range = AddressRange(text) else { return [Wording.addressRange] }
    if range.hasLeadingZeros { return ["must not have leading 0s in IP or prefix length"] }
    if range.isMapped { return ["must not have an IPv4-mapped IPv6 address"] }
    return range.isWhole ? [] : ["must not have bits set beyond the prefix length"]
  }

  /// What the API server remarks on a text that names a range in an odd way.
  static func warnings(about text: String) -> [String] {
    guard let range = AddressRange(text), !range.isMapped || range.prefix >= 96 else { return [] }
    let network = range.network
    var warnings: [String] = []
    if !range.isWhole {
      let single = "\(AddressSyntax.canonical(range.bytes))/\(range.width)"
      warnings.append(
        "CIDR value \"\(text)\" is ambiguous in this context "
          + "(should be \"\(network)\" or \"\(single)\"?)")
    }
    if range.hasLeadingZeros || range.isMapped {
      warnings.append("non-standard CIDR value \"\(text)\" is invalid: use \"\(network)\"")
    }
    if warnings.isEmpty, range.bytes.count == 16, network != text {
      warnings.append(
        "IPv6 CIDR value \"\(text)\" should be in RFC 5952 canonical format (\"\(network)\")")
    }
    return warnings
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

// MARK: - The network
extension AddressRange {
  /// Whether this is a range of IPv4 addresses in the notation of IPv6.
  private var isMapped: Bool {
    bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF
      && bytes[11] == 0xFF
  }

  /// Whether the address is the first one of the range.
  private var isWhole: Bool { (prefix..<bytes.count * 8).allSatisfy { !bit(at: $0) } }

  private var width: Int { isMapped ? 32 : bytes.count * 8 }

  /// The range as the API server would write it.
  private var network: String {
    let masked = bytes.indices.map { index in
      let kept = min(max(prefix - index * 8, 0), 8)
      return kept == 0 ? 0 : bytes[index] & (0xFF << UInt8(8 - kept))
    }
    return "\(AddressSyntax.canonical(masked))/\(isMapped ? prefix - 96 : prefix)"
  }
}
