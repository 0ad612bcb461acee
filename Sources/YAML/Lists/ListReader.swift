import Basics

/// Reads a long list on all processors, as several documents of which each has the same frame and some of the items.
struct ListReader {
  let file: String
  let limits: ReadingLimits
  /// How many lines stand before the text.
  let linesBefore: UInt32
  /// How much text is worth handing to another processor.
  let partSize: Int
  let engine: DocumentReader.Engine

  /// The documents; nil when the text is no such list, when it is not certain that cutting it changes nothing, or when
  /// anything is wrong with it.
  func documents(_ language: ListCut.Language, in text: Span<UInt8>) -> [Document]? {
    guard case .parts(let documents) = parts(language, in: text, { part, _ in part.document })
    else { return nil }
    return documents
  }

  /// What `body` makes of each part and its text, as soon as it is read.
  func parts<Result: Sendable>(
    _ language: ListCut.Language, in text: Span<UInt8>,
    _ body: @Sendable (ListPart, Span<UInt8>) -> Result
  ) -> ListReading<Result> {
    guard let cut = ListCut(language, of: text, partSize: partSize) else { return .noList }
    return SharedText.sharing(text) { text in
      let lines = cut.parts.concurrentMap { cut.lines(in: $0, of: text.span) }
      let headLines = text.span.lineBreaks(in: cut.head)
      guard
        let frame = frame(
          language, of: cut, in: text.span, headLines, lines.reduce(0) { $0 &+ $1.count })
      else { return .unsure }
      let parts = items(language, of: cut, frame, lines, from: linesBefore &+ headLines)
      let results = parts.concurrentMap { items -> (Int, Result)? in
        let text = text.span.extracting(items.range)
        guard let document = items.document(text) else { return nil }
        let part = ListPart(
          document: document, range: items.range, items: items.verified(in: document))
        return (document.nodeCount, body(part, text))
      }
      let whole = results.compactMap(\.self)
      let nodes = whole.reduce(0) { $0 &+ $1.0 }
      return whole.count == parts.count && nodes <= limits.nodes
        ? .parts(whole.map(\.1)) : .unsure
    }
  }

  private func items(
    _ language: ListCut.Language, of cut: ListCut, _ frame: ListFrame, _ lines: [ListLines],
    from start: UInt32
  ) -> [ListItems] {
    var start = start
    var parts: [ListItems] = []
    for (range, lines) in zip(cut.parts, lines) {
      parts.append(
        ListItems(
          reader: self, language: language, frame: frame, indentation: cut.indentation,
          range: range, linesBefore: start, lines: lines,
          isAtEnd: range.upperBound == cut.tail.lowerBound))
      start &+= lines.count
    }
    return parts
  }

  private func frame(
    _ language: ListCut.Language, of cut: ListCut, in text: Span<UInt8>, _ headLines: UInt32,
    _ lines: UInt32
  ) -> ListFrame? {
    var bytes: [UInt8] = []
    for range in [cut.head, cut.tail] {
      for index in range { bytes.append(text[index]) }
    }
    return document(language, ofFrame: bytes.span).flatMap {
      ListFrame($0, line: linesBefore &+ headLines, shift: lines)
    }
  }

  /// The only document of a text in which nothing is wrong.
  private func document(_ language: ListCut.Language, ofFrame text: Span<UInt8>) -> Document? {
    let builder = ArenaBuilder(file: file, limits: limits)
    switch language {
    case .yaml:
      var parser = YAMLParser(
        builder, dialect: Dialect(for: text), lineOffset: linesBefore, extent: .all)
      guard parser.dialect.text == nil, parser.parse(text, thenLineBreak: true) == nil,
        parser.documents.count == 1, parser.builder.takeProblems().isEmpty
      else { return nil }
      return parser.documents[0]
    case .json:
      var reader = JSONReader(builder, line: linesBefore &+ 1)
      guard case .document(let document) = reader.next(in: text),
        case .end = reader.next(in: text), reader.builder.takeProblems().isEmpty
      else { return nil }
      return document
    }
  }

  /// Some items as a document, in which the frame is around them.
  ///
  /// - Parameters:
  ///   - language: what they are written in.
  ///   - frame: what is around them.
  ///   - text: their text.
  ///   - lines: how many lines of the file stand before it, and how many it has.
  ///   - isLast: whether no other items follow.
  /// - Returns: the document; nil when anything is wrong with it or may be.
  func document(
    _ language: ListCut.Language, of frame: ListFrame, _ text: Span<UInt8>,
    _ lines: (before: UInt32, count: UInt32), isLast: Bool
  ) -> Document? {
    var builder = ArenaBuilder(file: file, limits: limits)
    builder.reserve(forBytes: text.count)
    frame.open(in: &builder)
    switch language {
    case .yaml where readPlain(text, lines.before, &builder): break
    case .yaml:
      var parser = YAMLParser(
        builder, dialect: Dialect(for: text), lineOffset: lines.before, extent: .part)
      guard parser.dialect.text == nil,
        parser.parse(text, thenLineBreak: false) == nil, parser.lineBreaks == lines.count
      else { return nil }
      builder = parser.builder
    case .json:
      builder.openCollection(.sequence, at: frame.listPosition)
      var reader = JSONReader(builder, line: lines.before &+ 1)
      guard reader.readElements(in: text, isLast: isLast) else { return nil }
      builder = reader.builder
      builder.closeCollection()
    }
    guard builder.depth == 1, !builder.hasAliases else { return nil }
    frame.close(in: &builder)
    let document = builder.finish(as: language == .yaml ? .yaml : .json)
    return builder.takeProblems().isEmpty ? document : nil
  }

  /// Adds the items of a part that libyaml is not needed for; the builder is as it was when it is.
  private func readPlain(
    _ text: Span<UInt8>, _ linesBefore: UInt32, _ builder: inout ArenaBuilder
  ) -> Bool {
    guard engine == .blockFirst else { return false }
    var reader = BlockReader(builder, linesBefore: linesBefore)
    do {
      try reader.readNode(text)
    } catch {
      return false
    }
    builder = reader.builder
    return true
  }
}

/// A text that several threads read while a call waits for them.
@safe private struct SharedText: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  static func sharing<Result>(_ text: Span<UInt8>, _ body: (SharedText) -> Result) -> Result {
    unsafe text.withUnsafeBufferPointer { unsafe body(SharedText(bytes: $0)) }
  }

  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeElements: bytes)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}
