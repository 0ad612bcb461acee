/// Fills the clauses of a format text such as `%s has %d` with values.
struct TextFormat {
  let style: Library.FormatStyle

  init(_ style: Library.FormatStyle) {
    self.style = style
  }

  /// One clause: `%s`, `%.3f` and so on.
  struct Clause {
    var verb: UInt8
    var precision: Int?
  }

  /// A text between clauses, or a clause.
  enum Piece {
    case text(String)
    case clause(Clause)
  }

  func text(_ format: String, _ values: [Value]) throws(EvaluationError) -> String {
    var (result, index) = ("", 0)
    for piece in try TextFormat.pieces(of: format, argumentCount: values.count) {
      switch piece {
      case .text(let text): result += text
      case .clause(let clause):
        result += try self.text(of: values[index], clause)
        index += 1
      }
      try Limits.require(result.utf8.count)
    }
    return result
  }

  /// The pieces of a format; an error names what is malformed or the first missing argument.
  static func pieces(
    of format: String, argumentCount: Int
  ) throws(EvaluationError) -> [Piece] {
    var (pieces, plain, used): ([Piece], [UInt8], Int) = ([], [], 0)
    var bytes = Array(format.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        plain.append(byte)
        continue
      }
      if bytes.first == UInt8(ascii: "%") {
        plain.append(bytes.removeFirst())
        continue
      }
      guard used < argumentCount else {
        throw EvaluationError(.invalidArgument, "index \(used) out of range")
      }
      pieces.append(.text(String(decoding: plain, as: UTF8.self)))
      plain = []
      pieces.append(.clause(try clause(&bytes)))
      used += 1
    }
    return pieces + [.text(String(decoding: plain, as: UTF8.self))]
  }

  private static func clause(_ bytes: inout ArraySlice<UInt8>) throws(EvaluationError) -> Clause {
    var precision: Int?
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      let digits = bytes.prefix { $0.digit != nil }
      bytes.removeFirst(digits.count)
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number <= 1000 else {
        throw malformed("error while converting precision to integer")
      }
      precision = number
    }
    guard let verb = bytes.popFirst() else {
      throw EvaluationError(.invalidArgument, "unexpected end of string")
    }
    guard "sdfebxXo".utf8.contains(verb) else {
      let rest = [verb] + bytes.prefix { $0 & 0xC0 == 0x80 }
      throw malformed(
        "unrecognized formatting clause \"\(String(decoding: rest, as: UTF8.self))\"")
    }
    return Clause(verb: verb, precision: precision)
  }

  private static func malformed(_ reason: String) -> EvaluationError {
    EvaluationError(.invalidArgument, "could not parse formatting clause: \(reason)")
  }

  private func text(of value: Value, _ clause: Clause) throws(EvaluationError) -> String {
    let text: String? =
      switch clause.verb {
      case UInt8(ascii: "s"): plainText(of: value)
      case UInt8(ascii: "d"): decimal(value)
      case UInt8(ascii: "f"): number(value).map { fixed($0, clause.precision ?? 6) }
      case UInt8(ascii: "e"): number(value).map { scientific($0, clause.precision ?? 6) }
      case UInt8(ascii: "b"): digits(value, radix: 2)
      case UInt8(ascii: "o"): if case .bool = value { nil } else { digits(value, radix: 8) }
      case UInt8(ascii: "x"): hexadecimal(value)
      default: hexadecimal(value)?.uppercased()
      }
    guard let text else {
      throw EvaluationError(
        .invalidArgument,
        "error during formatting: \(clause.refusal), was given \(value.typeName)")
    }
    return text
  }

  private func decimal(_ value: Value) -> String? {
    switch value {
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number) where style == .plain: plain(number)
    default: nil
    }
  }

  private func number(_ value: Value) -> Double? {
    switch value {
    case .double(let number): number
    case .int(let number) where style == .plain: Double(number)
    case .uint(let number) where style == .plain: Double(number)
    case .string("NaN") where style == .english: .nan
    case .string("Infinity") where style == .english: .infinity
    case .string("-Infinity") where style == .english: -.infinity
    default: nil
    }
  }

  private func fixed(_ number: Double, _ precision: Int) -> String {
    guard number.isFinite else { return special(number) }
    let text = number.formatted(.fixed, precision: precision)
    return style == .plain ? text : TextFormat.grouped(text)
  }

  /// Commas between groups of three digits, as an English locale has them.
  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { $0 == "-" }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return whole.prefix { $0 == "-" } + result + text.dropFirst(whole.count)
  }

  private func scientific(_ number: Double, _ precision: Int) -> String {
    if style == .plain {
      return number.isFinite
        ? number.formatted(.scientific, precision: precision) : special(number)
    }
    // The locale's printer takes the precision for a width.
    let text =
      number.isFinite ? superscript(number.formatted(.scientific, precision: 6)) : special(number)
    return String(repeating: " ", count: max(0, precision - text.count)) + text
  }

  private func superscript(_ text: String) -> String {
    let parts = text.split(separator: "e")
    let exponent = parts.last?.compactMap { character -> Character? in
      switch character {
      case "-": "⁻"
      case "+": nil
      default: character.wholeNumberValue.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] }
      }
    }
    return "\(parts[0])×10\(String(exponent ?? []))"
  }

  private func plain(_ number: Double) -> String {
    number.isFinite ? number.plainDescription : special(number)
  }

  private func digits(_ value: Value, radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    case .bool(let value): value ? "1" : "0"
    default: nil
    }
  }

  private func hexadecimal(_ value: Value) -> String? {
    switch value {
    case .string(let text): hexadecimal(Array(text.utf8))
    case .bytes(let bytes): hexadecimal(bytes)
    case .int, .uint: digits(value, radix: 16)
    default: nil
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension TextFormat.Clause {
  /// What the clause takes, in the words of cel-go.
  var refusal: String {
    switch verb {
    case UInt8(ascii: "d"): "decimal clause can only be used on integers"
    case UInt8(ascii: "f"): "fixed-point clause can only be used on doubles"
    case UInt8(ascii: "e"): "scientific clause can only be used on doubles"
    case UInt8(ascii: "b"): "only integers and bools can be formatted as binary"
    case UInt8(ascii: "o"): "octal clause can only be used on integers"
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      "only integers, byte buffers, and strings can be formatted as hex"
    default:
      "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, "
        + "types, durations, and timestamps"
    }
  }
}
