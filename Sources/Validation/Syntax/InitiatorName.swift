/// How a name of an iSCSI initiator or target looks.
enum InitiatorName {
  case valid
  case malformed
  case unknown

  init(_ text: String) {
    let rest = Array(text.utf8.dropFirst(4))
    switch text.utf8.prefix(3) {
    case _ where text.hasPrefix("iqn"):
      self = text.hasPrefix("iqn.") && Self.isQualified(rest) ? .valid : .malformed
    case _ where text.hasPrefix("eui"): self = Self.isSerial(rest, 16) ? .valid : .malformed
    case _ where text.hasPrefix("naa"): self = Self.isSerial(rest, 32) ? .valid : .malformed
    default: self = .unknown
    }
  }

  private static func isSerial(_ bytes: [UInt8], _ count: Int) -> Bool {
    bytes.count == count && bytes.allSatisfy(\.isAlphanumeric)
  }

  /// Whether this is `yyyy-mm.authority:name`.
  private static func isQualified(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 8, bytes[..<4].allSatisfy(\.isDigit), bytes[4] == UInt8(ascii: "-"),
      bytes[5...6].allSatisfy(\.isDigit), bytes[7] == UInt8(ascii: "."),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 8
    else { return false }
    let authority = bytes[8..<colon]
    let name = bytes[(colon + 1)...]
    return authority.allSatisfy { $0.isAlphanumeric || "-.".utf8.contains($0) } && !name.isEmpty
      && !name.contains { $0.isSpace || ",;*&$|".utf8.contains($0) }
  }
}
