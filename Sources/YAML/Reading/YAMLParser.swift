/// Reads the documents of one YAML text into arenas, by way of libyaml's events.
struct YAMLParser {
  /// How much of the text is read.
  enum Extent {
    /// Only the first document, as kubectl reads between two separators.
    case first
    case all
    /// A part of a document that is open already, and stays so.
    case part
  }

  var builder: ArenaBuilder
  let dialect: Dialect
  private let lineOffset: UInt32
  private let extent: Extent
  private var anchors: [String: Anchor] = [:]
  /// How many of the open collections are in brackets, or inside of such.
  var flowDepth = 0
  private var cursor = LineCursor()
  private(set) var documents: [Document] = []
  /// How many lines libyaml counted, once the text was read to its end.
  private(set) var lineBreaks: UInt32 = 0

  private struct Anchor {
    let index: UInt32
    let record: NodeRecord
  }

  init(_ builder: ArenaBuilder, dialect: Dialect, lineOffset: UInt32, extent: Extent) {
    self.builder = builder
    self.dialect = dialect
    self.lineOffset = lineOffset
    self.extent = extent
  }

  /// Reads until the text ends or stops being YAML.
  ///
  /// - Returns: Why reading ended early; nil when it did not.
  mutating func parse(_ text: Span<UInt8>, thenLineBreak: Bool) -> SyntaxFailure? {
    EventStream.reading(text, thenLineBreak: thenLineBreak) { parse(&$0, of: text) }
  }

  private mutating func parse(
    _ stream: inout EventStream, of text: Span<UInt8>
  ) -> SyntaxFailure? {
    do throws(SyntaxFailure) {
      while true {
        guard stream.advance() else { throw stream.failure }
        switch stream.kind {
        case .scalar: try scalar(stream, text)
        case .mappingStart: try open(.mapping, stream, text)
        case .sequenceStart: try open(.sequence, stream, text)
        case .collectionEnd: close()
        case .alias: try alias(stream)
        case .documentStart: try start(stream)
        case .documentEnd where extent == .part: try pass(stream)
        case .documentEnd:
          try finish(stream)
          if extent == .first { return nil }
        case .streamEnd:
          lineBreaks = stream.position.line &- 1
          return nil
        case .other: break
        }
      }
    } catch {
      return error
    }
  }

  func shifted(_ position: Position) -> Position {
    Position(line: position.line &+ lineOffset, column: position.column)
  }
}

extension YAMLParser {
  private mutating func start(_ stream: borrowing EventStream) throws(SyntaxFailure) {
    anchors.removeAll()
    flowDepth = 0
    guard let version = stream.version, version != (1, 1) else { return }
    throw SyntaxFailure(
      says: "the text wants YAML \(version.major).\(version.minor); expected 1.1",
      position: stream.position)
  }

  private mutating func finish(_ stream: borrowing EventStream) throws(SyntaxFailure) {
    guard !builder.hasAliases || AliasBudget.allows(builder.nodes) else {
      throw SyntaxFailure(
        kind: .limit, says: "the document consists nearly only of what its aliases repeat",
        position: builder.nodes.first.map { unshifted($0.position) } ?? stream.position)
    }
    guard documents.count < builder.limits.documents else {
      throw SyntaxFailure(
        kind: .limit, says: "the file has more than \(builder.limits.documents) documents",
        position: stream.position)
    }
    documents.append(builder.finish(as: .yaml))
  }

  /// Passes the end of a part, which must not be that of the document.
  private func pass(_ stream: borrowing EventStream) throws(SyntaxFailure) {
    guard stream.isImplicitEnd else {
      throw SyntaxFailure(says: "the document ends inside of a list", position: stream.position)
    }
  }

  private func unshifted(_ position: Position) -> Position {
    Position(line: position.line &- lineOffset, column: position.column)
  }

  private mutating func open(
    _ kind: NodeRecord.Kind, _ stream: borrowing EventStream, _ text: Span<UInt8>
  ) throws(SyntaxFailure) {
    guard builder.depth < builder.limits.depth else {
      throw SyntaxFailure(
        kind: .limit, says: "collections nest deeper than \(builder.limits.depth) levels",
        position: stream.position)
    }
    if stream.tag != nil { try refuseCommaInTag(stream, text) }
    if flowDepth > 0 || stream.isFlow { flowDepth += 1 }
    let index = UInt32(truncatingIfNeeded: builder.nodes.count)
    builder.openCollection(kind, at: shifted(stream.position))
    if let anchor = stream.anchor {
      anchors[anchor] = Anchor(index: index, record: builder.nodes[Int(index)])
    }
  }

  private mutating func close() {
    builder.closeCollection()
    if flowDepth > 0 { flowDepth -= 1 }
  }

  private mutating func alias(_ stream: borrowing EventStream) throws(SyntaxFailure) {
    let name = stream.anchor ?? ""
    guard let anchor = anchors[name] else {
      throw SyntaxFailure(says: "unknown anchor '\(name)' referenced", position: stream.position)
    }
    let position = shifted(stream.position)
    guard builder.addAlias(of: anchor.record, at: anchor.index, position: position) else {
      throw SyntaxFailure(
        says: "anchor '\(name)' value contains itself", position: stream.position)
    }
  }

  mutating func add(_ record: NodeRecord, anchor: String?) throws(SyntaxFailure) {
    guard builder.nodes.count < builder.limits.nodes else {
      throw SyntaxFailure(
        kind: .limit, says: "the document has more than \(builder.limits.nodes) nodes",
        position: unshifted(record.position))
    }
    if let anchor {
      let index = UInt32(truncatingIfNeeded: builder.nodes.count)
      anchors[anchor] = Anchor(index: index, record: record)
    }
    builder.add(record)
  }

  mutating func offset(of position: Position, in text: Span<UInt8>) -> Int {
    cursor.offset(of: position, in: text)
  }

  /// In brackets libyaml lets a comma end a tag; to go-yaml it is part of the tag.
  mutating func refuseCommaInTag(
    _ stream: borrowing EventStream, _ text: Span<UInt8>
  ) throws(SyntaxFailure) {
    guard flowDepth > 0 else { return }
    var offset = offset(of: stream.position, in: text)
    var isInTag = false
    while offset < text.count {
      switch text[offset] {
      case 0x21 where text.has([0x3C], at: offset + 1): return
      case 0x21: isInTag = true
      case 0x2C where isInTag:
        throw SyntaxFailure(
          says: "found a comma in a tag", position: stream.position, replacing: offset)
      case 0x20, 0x09, 0x0A, 0x0D:
        if isInTag { return }
      default: break
      }
      offset += 1
    }
  }
}
