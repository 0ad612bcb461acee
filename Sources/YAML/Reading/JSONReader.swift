/// Reads JSON values, one after the other, into arenas; accepts exactly what Go's `encoding/json` accepts.
///
/// libyaml is too slow for large JSON, knows no surrogate pairs and no keys of more than 1,024 characters.
struct JSONReader {
  /// What was found at a place of the text.
  enum Outcome {
    case document(Document)
    case failure(SyntaxFailure)
    /// Only blanks are left.
    case end
  }

  private enum Step {
    case value, key, separator, done
  }

  var builder: ArenaBuilder
  /// The next octet.
  var offset: Int
  var line: UInt32
  /// Where the line would begin if all its characters had one octet.
  var lineStart: Int
  var scratch: [UInt8] = []
  private var documentStart = 0
  /// How many collections were open before this reader began.
  private let outerDepth: Int

  init(_ builder: ArenaBuilder, at offset: Int = 0, line: UInt32 = 1) {
    self.builder = builder
    self.offset = offset
    self.line = line
    lineStart = offset
    outerDepth = builder.depth
  }

  var position: Position {
    Position(line: line, column: UInt32(clamping: offset &- lineStart &+ 1))
  }

  /// Reads the next value; afterwards `offset` is behind it, or where it was when this is no JSON.
  mutating func next(in text: Span<UInt8>) -> Outcome {
    let (start, startLine, startOfLine) = (offset, line, lineStart)
    skipBlanks(text)
    guard offset < text.count else { return .end }
    builder.reset()
    // Only one large document is worth it; small ones would each keep what was reserved.
    if documentStart == 0 {
      builder.reserve(forBytes: min(text.count - offset, builder.limits.documentBytes))
    }
    documentStart = offset
    do {
      var step = Step.value
      while step != .done { step = try take(step, text) }
      return .document(builder.finish(as: .json))
    } catch {
      builder.reset()
      (offset, line, lineStart) = (start, startLine, startOfLine)
      return .failure(error)
    }
  }

  /// Reads elements of an array that is open already, to the end of the text; false when there is anything else.
  ///
  /// Each element is followed by a comma, but for the last one of the array.
  mutating func readElements(in text: Span<UInt8>, isLast: Bool) -> Bool {
    do {
      while true {
        var step = Step.value
        while step != .done { step = try take(step, text) }
        skipBlanks(text)
        guard offset < text.count else { return isLast }
        guard text[offset] == 0x2C else { return false }
        offset &+= 1
        skipBlanks(text)
        guard offset < text.count else { return !isLast }
      }
    } catch {
      return false
    }
  }

  private mutating func take(
    _ step: Step, _ text: Span<UInt8>
  ) throws(SyntaxFailure) -> Step {
    skipBlanks(text)
    guard offset < text.count else { throw failure("unexpected end of JSON") }
    guard offset &- documentStart <= builder.limits.documentBytes else {
      throw failure(
        "the document has more than \(builder.limits.documentBytes) octets", .limit)
    }
    switch step {
    case .value: return try takeValue(text)
    case .key: return try takeKey(text)
    case .separator: return try takeSeparator(text)
    case .done: return .done
    }
  }

  private mutating func takeValue(_ text: Span<UInt8>) throws(SyntaxFailure) -> Step {
    switch text[offset] {
    case 0x7B: return try open(.mapping, closing: 0x7D, text)
    case 0x5B: return try open(.sequence, closing: 0x5D, text)
    case 0x22: try takeString(text)
    case 0x2D, 0x30...0x39: try takeNumber(text)
    case 0x74: try takeWord([0x74, 0x72, 0x75, 0x65], .yes, text)
    case 0x66: try takeWord([0x66, 0x61, 0x6C, 0x73, 0x65], .no, text)
    case 0x6E: try takeWord([0x6E, 0x75, 0x6C, 0x6C], .null, text)
    default: throw unexpected(text, "expected a value")
    }
    return afterValue
  }

  private mutating func takeKey(_ text: Span<UInt8>) throws(SyntaxFailure) -> Step {
    guard text[offset] == 0x22 else { throw unexpected(text, "expected a key in double quotes") }
    try takeString(text)
    skipBlanks(text)
    guard offset < text.count else { throw failure("unexpected end of JSON") }
    guard text[offset] == 0x3A else { throw unexpected(text, "expected ':' after the key") }
    offset &+= 1
    return .value
  }

  private mutating func takeSeparator(_ text: Span<UInt8>) throws(SyntaxFailure) -> Step {
    let isMapping = builder.isInMapping
    switch text[offset] {
    case 0x2C:
      offset &+= 1
      return isMapping ? .key : .value
    case 0x7D where isMapping, 0x5D where !isMapping:
      offset &+= 1
      builder.closeCollection()
      return afterValue
    default:
      throw unexpected(
        text, isMapping ? "expected ',' or '}' after a value" : "expected ',' or ']' after a value")
    }
  }

  private var afterValue: Step { builder.depth == outerDepth ? .done : .separator }

  private mutating func open(
    _ kind: NodeRecord.Kind, closing: UInt8, _ text: Span<UInt8>
  ) throws(SyntaxFailure) -> Step {
    guard builder.depth < builder.limits.depth else {
      throw failure("collections nest deeper than \(builder.limits.depth) levels", .limit)
    }
    guard builder.nodes.count < builder.limits.nodes else {
      throw failure("the document has more than \(builder.limits.nodes) nodes", .limit)
    }
    builder.openCollection(kind, at: position)
    offset &+= 1
    skipBlanks(text)
    guard offset < text.count, text[offset] == closing else {
      return kind == .mapping ? .key : .value
    }
    offset &+= 1
    builder.closeCollection()
    return afterValue
  }
}

extension JSONReader {
  private mutating func skipBlanks(_ text: Span<UInt8>) {
    var next = offset
    while next < text.count, text[next] <= 0x20 {
      switch text[next] {
      case 0x20, 0x09, 0x0D: next &+= 1
      case 0x0A:
        next &+= 1
        line &+= 1
        lineStart = next
        next = text.endOfSpaces(from: next)
      default: return offset = next
      }
    }
    offset = next
  }

  func failure(_ says: String, _ kind: ReadingProblem.Kind = .syntax) -> SyntaxFailure {
    SyntaxFailure(kind: kind, says: says, position: position, offset: offset)
  }

  func unexpected(_ text: Span<UInt8>, _ expectation: String) -> SyntaxFailure {
    let length = max(UTF8Repair.length(at: offset, in: text), 1)
    var character: [UInt8] = []
    for index in offset..<offset + length { character.append(text[index]) }
    let shown =
      character[0] < 0x20
      ? "a control character" : "'\(String(decoding: character, as: UTF8.self))'"
    return failure("unexpected \(shown) in JSON; \(expectation)")
  }
}
