import CLibYAML
import Provenance

/// The events of one YAML text, from libyaml.
///
/// Owns the parser and the event at hand, and frees both on every path.
@safe struct EventStream: ~Copyable {
  enum Kind {
    case scalar, alias, mappingStart, sequenceStart, collectionEnd
    case documentStart, documentEnd, streamEnd, other
  }

  enum Style {
    case plain, doubleQuoted, otherQuoted
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutablePointer<ParserInput>

  /// Reads `text` while `body` runs; the stream cannot leave `body`, nor the text go away before it.
  static func reading<Result: ~Copyable>(
    _ text: Span<UInt8>, thenLineBreak: Bool, _ body: (inout EventStream) -> Result
  ) -> Result {
    unsafe text.withUnsafeBufferPointer { buffer in
      var stream = unsafe EventStream(
        ParserInput(rest: UnsafeRawBufferPointer(buffer), lineBreakIsDue: thenLineBreak))
      return body(&stream)
    }
  }

  private init(_ source: ParserInput) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe input.initialize(to: source)
    precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml could not allocate a parser")
    unsafe yaml_parser_set_input(parser, readParserInput, input)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Moves on to the next event; false when the text stops being YAML.
  mutating func advance() -> Bool {
    unsafe yaml_event_delete(event)
    return unsafe yaml_parser_parse(parser, event) == 1
  }

  var kind: Kind {
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT: .scalar
    case YAML_ALIAS_EVENT: .alias
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: .collectionEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_STREAM_END_EVENT: .streamEnd
    default: .other
    }
  }

  /// Where the event begins, counted from one.
  var position: Position { unsafe Position(event.pointee.start_mark) }

  /// Where the event ends, counted from one.
  var end: Position { unsafe Position(event.pointee.end_mark) }

  var style: Style {
    switch unsafe event.pointee.data.scalar.style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    default: .otherQuoted
    }
  }

  /// Whether a collection is written in brackets or braces.
  var isFlow: Bool {
    unsafe kind == .mappingStart
      ? event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
  }

  /// Whether a scalar is to be typed by its text, because it is unquoted or has the tag `!`.
  var isImplicit: Bool { unsafe event.pointee.data.scalar.plain_implicit != 0 }

  /// Hands the text of a scalar to `body`.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let scalar = unsafe event.pointee.data.scalar
    return body(unsafe Span(_unsafeStart: scalar.value, count: scalar.length))
  }

  /// How many octets the scalar has.
  var length: Int { unsafe event.pointee.data.scalar.length }

  var anchor: String? {
    switch kind {
    case .scalar: unsafe text(event.pointee.data.scalar.anchor)
    case .alias: unsafe text(event.pointee.data.alias.anchor)
    case .mappingStart: unsafe text(event.pointee.data.mapping_start.anchor)
    case .sequenceStart: unsafe text(event.pointee.data.sequence_start.anchor)
    default: nil
    }
  }

  var tag: String? {
    switch kind {
    case .scalar: unsafe text(event.pointee.data.scalar.tag)
    case .mappingStart: unsafe text(event.pointee.data.mapping_start.tag)
    case .sequenceStart: unsafe text(event.pointee.data.sequence_start.tag)
    default: nil
    }
  }

  /// The version that a document's `%YAML` directive demands.
  var version: (major: Int, minor: Int)? {
    guard let directive = unsafe event.pointee.data.document_start.version_directive else {
      return nil
    }
    return unsafe (Int(directive.pointee.major), Int(directive.pointee.minor))
  }

  /// Whether a document ends without `...`.
  var isImplicitEnd: Bool { unsafe event.pointee.data.document_end.implicit != 0 }

  /// What libyaml says after `advance` failed.
  var failure: SyntaxFailure {
    let parser = unsafe parser.pointee
    let isInput = unsafe parser.error == YAML_READER_ERROR
    return unsafe SyntaxFailure(
      says: text(parser.problem) ?? "the text is not YAML",
      position: isInput ? nil : Position(parser.problem_mark),
      offset: Int(clamping: parser.problem_offset),
      context: text(parser.context),
      contextPosition: parser.context == nil ? nil : Position(parser.context_mark)
    )
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

/// What libyaml still has to read, and whether a line break is to follow it.
@unsafe private struct ParserInput {
  var rest: UnsafeRawBufferPointer
  var lineBreakIsDue: Bool
}

private func readParserInput(
  _ state: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UInt8>?, _ size: Int,
  _ count: UnsafeMutablePointer<Int>?
) -> CInt {
  guard let input = unsafe state?.assumingMemoryBound(to: ParserInput.self),
    let buffer = unsafe buffer, let count = unsafe count
  else { return 0 }
  let taken = unsafe min(size, input.pointee.rest.count)
  unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size)
    .copyMemory(from: UnsafeRawBufferPointer(rebasing: input.pointee.rest[..<taken]))
  unsafe input.pointee.rest = UnsafeRawBufferPointer(rebasing: input.pointee.rest[taken...])
  unsafe count.pointee = taken
  if taken == 0, unsafe input.pointee.lineBreakIsDue, size > 0 {
    unsafe buffer.pointee = 0x0A
    unsafe count.pointee = 1
    unsafe input.pointee.lineBreakIsDue = false
  }
  return 1
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(
      line: UInt32(clamping: mark.line &+ 1), column: UInt32(clamping: mark.column &+ 1))
  }
}
