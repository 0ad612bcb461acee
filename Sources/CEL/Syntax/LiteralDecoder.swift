/// Turns what stands between quotes into the text or bytes that it means.
struct LiteralDecoder {
  private let body: ArraySlice<UInt8>
  private let offset: Int
  private let isRaw: Bool
  private var index: Int

  init(body: ArraySlice<UInt8>, offset: Int, isRaw: Bool) {
    self.body = body
    self.offset = offset
    self.isRaw = isRaw
    index = body.startIndex
  }

  /// The literal as text; escapes name code points.
  mutating func text() throws(SyntaxError) -> String {
    String(decoding: try decoded(asBytes: false), as: UTF8.self)
  }

  /// The literal as bytes; escapes name bytes.
  mutating func bytes() throws(SyntaxError) -> [UInt8] { try decoded(asBytes: true) }

  private mutating func decoded(asBytes: Bool) throws(SyntaxError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      switch byte {
      case 13:
        // A carriage return, alone or before a line feed, counts as a line feed.
        if index < body.endIndex, body[index] == 10 { index += 1 }
        result.append(10)
      case UInt8(ascii: "\\") where !isRaw: try appendEscape(to: &result, asBytes: asBytes)
      default: result.append(byte)
      }
    }
    return result
  }

  private mutating func appendEscape(
    to result: inout [UInt8], asBytes: Bool
  ) throws(SyntaxError) {
    guard index < body.endIndex else { throw invalid }
    let letter = body[index]
    index += 1
    if let byte = LiteralDecoder.meaning(of: letter) { return result.append(byte) }
    let code: UInt32
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): code = try number(digits: 2, radix: 16)
    case UInt8(ascii: "u") where !asBytes: code = try number(digits: 4, radix: 16)
    case UInt8(ascii: "U") where !asBytes: code = try number(digits: 8, radix: 16)
    case 48...51:
      index -= 1
      code = try number(digits: 3, radix: 8)
    default: throw invalid
    }
    if asBytes { return result.append(UInt8(truncatingIfNeeded: code)) }
    guard let scalar = Unicode.Scalar(code) else { throw invalid }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func number(digits: Int, radix: UInt32) throws(SyntaxError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<digits {
      guard index < body.endIndex, let digit = body[index].hexDigit, digit < radix else {
        throw invalid
      }
      number = number &* radix &+ digit
      index += 1
    }
    return number
  }

  private var invalid: SyntaxError {
    SyntaxError(message: "invalid escape sequence", offset: offset + index - body.startIndex)
  }

  private static func meaning(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "v"): 11
    case 34, 39, 63, 92, 96: letter
    default: nil
    }
  }
}
