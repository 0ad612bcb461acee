/// IP addresses, as strictly as the API server reads them.
enum AddressSyntax {
  private struct Address {
    /// The groups of an IPv6 address, or the bytes of the other kind.
    var groups: [UInt16] = []
    var isLong = false
    var hasLeadingZeros = false

    var isMapped: Bool { isLong && groups[..<5].allSatisfy { $0 == 0 } && groups[5] == 0xFFFF }

    /// The address as the API server would write it.
    var canonical: String {
      guard isLong else { return groups.map(String.init).joined(separator: ".") }
      if isMapped {
        return groups[6...].flatMap { [$0 >> 8, $0 & 0xFF] }.map(String.init)
          .joined(separator: ".")
      }
      let texts = groups.map { String($0, radix: 16) }
      guard let gap = longestGap else { return texts.joined(separator: ":") }
      let (head, tail) = (texts[..<gap.lowerBound], texts[gap.upperBound...])
      return "\(head.joined(separator: ":"))::\(tail.joined(separator: ":"))"
    }

    /// The first of the longest runs of zeros, which are left out.
    private var longestGap: Range<Int>? {
      var best: Range<Int>?
      var start = 0
      while start < groups.count {
        let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
        if end - start > max(best?.count ?? 0, 1) { best = start..<end }
        start = max(end, start) + 1
      }
      return best
    }
  }

  /// What the API server remarks on an address that it would write otherwise; nil when nothing.
  static func warning(about text: String) -> String? {
    guard let address = parse(text) else { return nil }
    if address.hasLeadingZeros || address.isMapped {
      return "non-standard IP address \"\(text)\" is invalid: use \"\(address.canonical)\""
    }
    guard address.isLong, address.canonical != text else { return nil }
    return "IPv6 address \"\(text)\" should be in RFC 5952 canonical format "
      + "(\"\(address.canonical)\")"
  }

  static func objections(to text: String) -> [String] {
    guard let address = parse(text) else {
      return ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"]
    }
    if address.hasLeadingZeros { return ["must not have leading 0s"] }
    return address.isMapped ? ["must not be an IPv4-mapped IPv6 address"] : []
  }

  static func isAddress(_ text: String) -> Bool { parse(text) != nil }

  /// The four or sixteen bytes of an address; nil when the text is none.
  static func bytes(of text: String) -> [UInt8]? {
    guard let address = parse(text) else { return nil }
    guard address.isLong else { return address.groups.map { UInt8(truncatingIfNeeded: $0) } }
    return address.groups.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  static func hasLeadingZeros(_ text: String) -> Bool { parse(text)?.hasLeadingZeros ?? false }

  static func isLong(_ text: String) -> Bool { parse(text)?.isLong ?? false }

  /// The address of four or sixteen bytes as the API server would write it.
  static func canonical(_ bytes: [UInt8]) -> String {
    var address = Address()
    address.isLong = bytes.count == 16
    address.groups =
      address.isLong
      ? stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      : bytes.map(UInt16.init)
    return address.canonical
  }

  private static func parse(_ text: String) -> Address? {
    text.contains(":") ? sixteenBytes(text) : fourBytes(text)
  }

  private static func fourBytes(_ text: String) -> Address? {
    var address = Address()
    let parts = text.parts(at: ".")
    guard parts.count == 4 else { return nil }
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy(\.isDigit), let value = Int(part), value < 256
      else { return nil }
      if part.utf8.count > 1, part.hasPrefix("0") { address.hasLeadingZeros = true }
      address.groups.append(UInt16(value))
    }
    return address
  }

  private static func sixteenBytes(_ text: String) -> Address? {
    var address = Address()
    var parts = text.parts(at: ":")
    var groups: [UInt16] = []
    if let last = parts.last, last.contains(".") {
      guard let end = fourBytes(last) else { return nil }
      address.hasLeadingZeros = end.hasLeadingZeros
      let bytes = last.parts(at: ".").map { UInt16($0) ?? 0 }
      parts.removeLast()
      parts += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
        .map { String($0, radix: 16) }
    }
    guard var gap = elision(in: &parts) else { return nil }
    for part in parts {
      guard (1...4).contains(part.utf8.count), part.utf8.first != UInt8(ascii: "+"),
        let group = UInt16(part, radix: 16)
      else { return nil }
      groups.append(group)
    }
    if gap < 0 {
      guard groups.count == 8 else { return nil }
      gap = 0
    } else {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
    }
    address.groups = groups
    address.isLong = true
    return address
  }

  /// Takes the empty parts out: where zeros are left out, -1 for nowhere; nil when the text is malformed.
  private static func elision(in parts: inout [String]) -> Int? {
    guard parts.contains("") else { return -1 }
    if parts.count >= 2, parts[0].isEmpty {
      guard parts[1].isEmpty else { return nil }
      parts.removeFirst()
    }
    if parts.count >= 2, parts[parts.count - 1].isEmpty {
      guard parts[parts.count - 2].isEmpty else { return nil }
      parts.removeLast()
    }
    guard let gap = parts.firstIndex(of: "") else { return nil }
    parts.remove(at: gap)
    return parts.contains("") ? nil : gap
  }
}
