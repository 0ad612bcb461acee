/// An address of IP version 4 or 6.
package struct IPAddress: OpaqueObject, Hashable, Representable {
  /// Four or sixteen bytes, most significant first.
  let bytes: [UInt8]
  /// The zone behind a `%`, empty when there is none.
  private(set) var zone = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package static let staticType = StaticType.opaque("net.IP")
  package var typeName: String { "net.IP" }

  var isVersion4: Bool { bytes.count == 4 }

  /// Whether an address of version 6 holds one of version 4.
  var isMapped: Bool {
    bytes.count == 16 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255
      && bytes[11] == 255
  }

  var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

  var isLoopback: Bool {
    isVersion4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  var isMulticast: Bool { isVersion4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }

  var isLinkLocalMulticast: Bool {
    isVersion4
      ? bytes.starts(with: [224, 0, 0]) : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
  }

  var isLinkLocalUnicast: Bool {
    isVersion4 ? bytes.starts(with: [169, 254]) : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
  }

  var isGlobalUnicast: Bool {
    bytes != [255, 255, 255, 255] && !isUnspecified && !isLoopback && !isMulticast
      && !isLinkLocalUnicast
  }

  /// The address in the form that RFC 5952 recommends.
  package var text: String {
    if isVersion4 { return bytes.map(String.init).joined(separator: ".") }
    if isMapped { return "::ffff:" + bytes.suffix(4).map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    func joined(_ part: some Sequence<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard let zeros = IPAddress.longestZeros(groups) else { return joined(groups) }
    return "\(joined(groups[..<zeros.lowerBound]))::\(joined(groups[zeros.upperBound...]))"
  }

  /// The first longest run of at least two zeros.
  private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start >= 2, index - start > best?.count ?? 0 { best = start..<index }
      start = index + 1
    }
    return best
  }
}

extension IPAddress {
  /// Reads an address as Go's `netip.ParseAddr` does.
  init(parsing text: String) throws(EvaluationError) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        self.init(try IPAddress.version4(text[...], in: text))
        return
      case UInt8(ascii: ":"):
        try self.init(version6: text)
        return
      case UInt8(ascii: "%"): throw IPAddress.malformed(text, "missing IPv6 address")
      default: continue
      }
    }
    throw IPAddress.malformed(text, "unable to parse IP")
  }

  static func malformed(_ text: String, _ reason: String) -> EvaluationError {
    EvaluationError(
      .invalidArgument, "ParseAddr(\(StringsLibrary.quoted(text))): \(reason)")
  }

  private static func version4(
    _ part: Substring, in text: String
  ) throws(EvaluationError) -> [UInt8] {
    let fields = part.split(separator: ".", omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for field in fields {
      guard !field.isEmpty else {
        throw malformed(text, "IPv4 field must have at least one digit")
      }
      guard field.utf8.allSatisfy({ $0.digit != nil }) else {
        throw malformed(text, "unexpected character")
      }
      guard field.utf8.count == 1 || field.utf8.first != UInt8(ascii: "0") else {
        throw malformed(text, "IPv4 field has octet with leading zero")
      }
      guard let byte = UInt8(field) else { throw malformed(text, "IPv4 field has value >255") }
      bytes.append(byte)
    }
    if bytes.count > 4 { throw malformed(text, "IPv4 address too long") }
    if bytes.count < 4 { throw malformed(text, "IPv4 address too short") }
    return bytes
  }

  private init(version6 text: String) throws(EvaluationError) {
    let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count > 1, parts[1].isEmpty {
      throw IPAddress.malformed(text, "zone must be a non-empty string")
    }
    let halves = IPAddress.halves(parts[0])
    guard halves.count <= 2 else {
      throw IPAddress.malformed(text, "multiple :: in address")
    }
    let front = try IPAddress.groups(halves[0], isLast: halves.count == 1, in: text)
    let back = try halves.count == 2 ? IPAddress.groups(halves[1], isLast: true, in: text) : []
    let missing = 16 - front.count - back.count
    guard halves.count == 2 ? missing >= 2 : missing == 0 else {
      throw IPAddress.malformed(
        text, missing > 0 ? "address string too short" : "trailing garbage after address")
    }
    self.init(front + [UInt8](repeating: 0, count: missing) + back)
    zone = parts.count > 1 ? String(parts[1]) : ""
  }

  /// The text before and after `::`.
  private static func halves(_ text: Substring) -> [Substring] {
    var result: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ":", next < text.endIndex, text[next] == ":" {
        result.append(text[start..<index])
        start = text.index(after: next)
        index = start
      } else {
        index = next
      }
    }
    return result + [text[start...]]
  }

  /// The bytes of groups between colons; the last may be an address of version 4.
  private static func groups(
    _ text: Substring, isLast: Bool, in whole: String
  ) throws(EvaluationError) -> [UInt8] {
    guard !text.isEmpty else { return [] }
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if isLast, index == fields.count - 1, field.contains(".") {
        bytes += try version4(field, in: whole)
        continue
      }
      guard !field.isEmpty else {
        throw malformed(whole, "each colon-separated field must have at least one digit")
      }
      guard field.utf8.allSatisfy({ $0.hexDigit != nil }) else {
        throw malformed(whole, "unexpected character")
      }
      guard field.utf8.count <= 4, let group = UInt16(field, radix: 16) else {
        throw malformed(whole, "each group must have 4 or less digits")
      }
      bytes += [UInt8(group >> 8), UInt8(group & 255)]
    }
    return bytes
  }
}
