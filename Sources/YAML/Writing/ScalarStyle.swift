/// How a string is written so that it reads back as the same string; the choice is go-yaml's.
enum ScalarStyle {
  case plain, singleQuoted, doubleQuoted
  /// A block behind `|`.
  case literal

  init(for text: String) {
    let bytes = Array(text.utf8)
    let traits = TextTraits(bytes)
    if traits.hasLineBreak {
      self = traits.canBeLiteral ? .literal : .doubleQuoted
    } else if traits.isSpecial {
      self = .doubleQuoted
    } else if Self.readsAsSomethingElse(bytes[...]) {
      self = .doubleQuoted
    } else {
      self = traits.canBePlain ? .plain : .singleQuoted
    }
  }

  func text(_ text: String) -> String {
    switch self {
    case .plain, .literal: text
    case .singleQuoted: Self.singleQuoted(text)
    case .doubleQuoted: Self.doubleQuoted(text)
    }
  }

  private static func readsAsSomethingElse(_ text: ArraySlice<UInt8>) -> Bool {
    if ScalarType(plain: text).kind != .string { return true }
    return Timestamp.isTimestamp(text) || isBase60(text) || text.elementsEqual([0x3C, 0x3C])
  }

  /// Whether other YAML 1.1 parsers read `12:30` and the like as a number of base 60.
  private static func isBase60(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(0x3A), text.first.map({ $0 == 0x2B || $0 == 0x2D || isDigit($0) }) == true
    else { return false }
    let signless = isDigit(text[text.startIndex]) ? text : text.dropFirst()
    var groups = signless.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard groups.count > 1, let head = groups.first, head.first.map(isDigit) == true,
      head.allSatisfy({ isDigit($0) || $0 == 0x5F })
    else { return false }
    groups.removeFirst()
    if let last = groups.popLast() { groups.append(last.prefix { $0 != 0x2E }) }
    return groups.allSatisfy { group in
      group.allSatisfy(isDigit)
        && (group.count == 1 || (group.count == 2 && group[group.startIndex] < 0x36))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func singleQuoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0": quoted += "\\0"
      case _ where TextTraits.isPrintable(scalar.value): quoted.unicodeScalars.append(scalar)
      default: quoted += escape(scalar.value)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let (mark, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\" + mark + String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}

/// What in a string forbids one style or another.
private struct TextTraits {
  var hasLineBreak = false
  /// Has characters that only double quotes can express.
  var isSpecial = false
  var canBeLiteral = true
  var canBePlain = true

  init(_ bytes: [UInt8]) {
    isSpecial = String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0 != "\n" && !Self.isPrintable($0.value)
    }
    hasLineBreak = bytes.contains(0x0A)
    let spaceBeforeBreak = zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x0A }
    canBeLiteral = !isSpecial && !spaceBeforeBreak && bytes.last != 0x20
    canBePlain = !isSpecial && Self.canBePlain(bytes)
  }

  static func isPrintable(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD:
      value != 0xFEFF && value != 0x2028 && value != 0x2029
    default: false
    }
  }

  private static func canBePlain(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first != 0x20, bytes.last != 0x20 else { return false }
    if bytes.starts(with: [0x2D, 0x2D, 0x2D]) || bytes.starts(with: [0x2E, 0x2E, 0x2E]) {
      return false
    }
    let isAlone = bytes.count == 1 || bytes[1] == 0x20
    switch first {
    case 0x23, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25, 0x40,
      0x60:
      return false
    case 0x2D, 0x3F, 0x3A: if isAlone { return false }
    default: break
    }
    for (index, byte) in bytes.enumerated().dropFirst() {
      let endsWord = index + 1 == bytes.count || bytes[index + 1] == 0x20
      if byte == 0x3A, endsWord { return false }
      if byte == 0x23, bytes[index - 1] == 0x20 { return false }
    }
    return true
  }
}

/// The text of a string of several lines behind `|`.
enum LiteralBlock {
  static func text(of text: String, indent: Int) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Blanks at the beginning would be taken for indent if the header did not say how deep that is.
    var header = text.hasPrefix(" ") || text.hasPrefix("\n") ? "|2" : "|"
    if lines.last?.isEmpty == true {
      lines.removeLast()
      if lines.last?.isEmpty == true { header += "+" }
    } else {
      header += "-"
    }
    let margin = "\n" + String(repeating: " ", count: indent)
    return lines.reduce(into: header) { block, line in block += line.isEmpty ? "\n" : margin + line
    }
  }
}
