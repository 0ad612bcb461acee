/// Cuts a template into literal text and the expressions between braces.
struct TemplateScanner {
  /// A stretch of a template: text as it stands, or an expression with its byte offset.
  enum Part: Equatable {
    case literal(String)
    case expression(String, offset: Int)
  }

  /// A template that cannot be cut: what is wrong, and the byte where.
  struct Failure: Error, Equatable {
    var says: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var literal: [UInt8] = []
  private var parts: [Part] = []

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The parts of `text`; `{{` and `}}` stand for single braces.
  static func parts(of text: String) throws(Failure) -> [Part] {
    var scanner = TemplateScanner(text)
    return try scanner.scan()
  }

  private mutating func scan() throws(Failure) -> [Part] {
    while position < bytes.count {
      let byte = bytes[position]
      let isDouble = position + 1 < bytes.count && bytes[position + 1] == byte
      switch byte {
      case UInt8(ascii: "{") where !isDouble: try expression()
      case UInt8(ascii: "}") where !isDouble:
        throw Failure(
          says: "a closing brace without an opening one; write }} for a brace", offset: position)
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        literal.append(byte)
        position += 2
      default:
        literal.append(byte)
        position += 1
      }
    }
    finishLiteral()
    return parts
  }

  private mutating func finishLiteral() {
    guard !literal.isEmpty else { return }
    parts.append(.literal(String(decoding: literal, as: UTF8.self)))
    literal.removeAll()
  }

  private mutating func expression() throws(Failure) {
    let open = position
    finishLiteral()
    position += 1
    var depth = 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      default: break
      }
      if depth == 0 { break }
      position += 1
    }
    guard depth == 0 else {
      throw Failure(says: "no closing brace; write {{ for a brace", offset: open)
    }
    let text = String(decoding: bytes[(open + 1)..<position], as: UTF8.self)
    guard text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
      throw Failure(says: "nothing between the braces", offset: open)
    }
    parts.append(.expression(text, offset: open + 1))
    position += 1
  }

  /// Moves to the closing quote of the string that begins here, or to the end.
  private mutating func skipString() {
    let quote = bytes[position]
    let isRaw = position > 0 && (bytes[position - 1] | 0x20) == UInt8(ascii: "r")
    position += 1
    while position < bytes.count, bytes[position] != quote {
      position += bytes[position] == UInt8(ascii: "\\") && !isRaw ? 2 : 1
    }
    position = min(position, bytes.count - 1)
  }
}
