import Provenance

/// The reading of one file.
struct ReadingSession {
  let file: String
  let limits: ReadingLimits
  /// How long the parts are that a long list is cut into; nil when it is not to be cut.
  let partSize: Int?
  let engine: DocumentReader.Engine
  var reading = Reading()

  init(file: String, limits: ReadingLimits, partSize: Int?, engine: DocumentReader.Engine) {
    self.file = file
    self.engine = engine
    self.limits = limits
    self.partSize = partSize
  }

  mutating func readFirstDocument(_ text: Span<UInt8>) {
    let failure = readChunk(text, linesBefore: 0, extent: .first, thenLineBreak: false)
    if let failure { add(failure, in: text, linesBefore: 0) }
  }

  /// Reads a stream of JSON values as long as it is one, and YAML from there on.
  mutating func readStream(_ text: Span<UInt8>, probing: Int, isTolerant: Bool) {
    var start = 0
    if isTolerant, text.has([0xEF, 0xBB, 0xBF], at: 0) { start = 3 }
    guard isJSON(text, from: start, probing: probing, isTolerant: isTolerant) else {
      return readChunks(text, from: 0, linesBefore: 0, isTolerant: isTolerant)
    }
    if start == 0, let documents = documentsOfList(.json, in: text, linesBefore: 0) {
      return reading.add(documents)
    }
    var json = JSONReader(ArenaBuilder(file: file, limits: limits), at: start)
    var count = 0
    while true {
      let outcome = json.next(in: text)
      takeProblems(of: &json.builder)
      switch outcome {
      case .document(let document):
        reading.add([document])
        count += 1
        if isFull(at: json.position) { return }
      case .end: return
      case .failure(let failure):
        return leaveJSON(json, after: count, failure, text, isTolerant: isTolerant)
      }
    }
  }

  private func documentsOfList(
    _ language: ListCut.Language, in text: Span<UInt8>, linesBefore: UInt32
  ) -> [Document]? {
    listReader(linesBefore: linesBefore)?.documents(language, in: text)
  }

  private func listReader(linesBefore: UInt32) -> ListReader? {
    partSize.map {
      ListReader(
        file: file, limits: limits, linesBefore: linesBefore, partSize: $0, engine: engine)
    }
  }

  /// Reads a list that is the whole text.
  func readList<Result: Sendable>(
    _ text: Span<UInt8>, _ body: @Sendable (ListPart, Span<UInt8>) -> Result
  ) -> ListReading<Result> {
    guard let reader = listReader(linesBefore: 0) else { return .noList }
    if isJSON(text, from: 0, probing: .max, isTolerant: true) {
      return reader.parts(.json, in: text, body)
    }
    var splitter = ChunkSplitter(from: 0, linesBefore: 0, isTolerant: true)
    guard let chunk = splitter.next(in: text), chunk.range == 0..<text.count,
      chunk.refused == nil, text.count <= limits.documentBytes
    else { return .noList }
    return reader.parts(.yaml, in: text, body)
  }

  /// More than one value makes it certain that the stream is JSON; before, it may still be YAML.
  private mutating func leaveJSON(
    _ json: JSONReader, after count: Int, _ failure: SyntaxFailure, _ text: Span<UInt8>,
    isTolerant: Bool
  ) {
    var isFlat = failure
    isFlat.contextPosition = nil
    guard count <= 1 || isTolerant, failure.kind == .syntax else {
      return add(isFlat, in: text, linesBefore: 0)
    }
    guard let rest = firstLine(text, from: json.offset, isTolerant: isTolerant) else {
      return add(isFlat, in: text, linesBefore: 0)
    }
    readChunks(
      text, from: rest, linesBefore: lines(in: text, before: rest), isTolerant: isTolerant,
      insteadOfFirst: isFlat)
  }

  /// kubectl passes over blanks up to and with the first line break before it tries YAML.
  private func firstLine(_ text: Span<UInt8>, from start: Int, isTolerant: Bool) -> Int? {
    var offset = start
    while true {
      guard offset + (isTolerant ? 1 : 4) <= text.count else { return nil }
      let width = Blank.width(at: offset, in: text)
      guard width > 0 else { return offset }
      offset += width
      if text[offset - 1] == 0x0A { return offset }
    }
  }

  private func isJSON(
    _ text: Span<UInt8>, from start: Int, probing: Int, isTolerant: Bool
  ) -> Bool {
    var offset = start
    let end = min(text.count, probing)
    while offset < end {
      let width = Blank.width(at: offset, in: text)
      if width == 0 { return text[offset] == 0x7B || (isTolerant && text[offset] == 0x5B) }
      offset += width
    }
    return false
  }

  private func lines(in text: Span<UInt8>, before end: Int) -> UInt32 {
    var count: UInt32 = 0
    var offset = 0
    while let found = text.firstIndex(of: 0x0A, from: offset), found < end {
      count &+= 1
      offset = found + 1
    }
    return count
  }
}

extension ReadingSession {
  private mutating func readChunks(
    _ text: Span<UInt8>, from start: Int, linesBefore: UInt32, isTolerant: Bool,
    insteadOfFirst known: SyntaxFailure? = nil
  ) {
    var splitter = ChunkSplitter(from: start, linesBefore: linesBefore, isTolerant: isTolerant)
    var known = known
    while let chunk = splitter.next(in: text) {
      let isRead = chunk.refused == nil || (isTolerant && !chunk.range.isEmpty)
      if isRead, let failure = read(chunk, of: text, isTolerant: isTolerant) {
        if let known, failure.kind != .limit {
          add(known, in: text, linesBefore: 0)
        } else {
          add(failure, in: text.extracting(chunk.range), linesBefore: chunk.linesBefore)
        }
      }
      known = nil
      if isFull(at: Position(line: chunk.linesBefore &+ 1, column: 1)) { return }
      if let refused = chunk.refused { addRefusal(refused.says, line: refused.line) }
    }
  }

  /// Whether the file has as many documents as are read; notes where that was.
  private mutating func isFull(at position: Position) -> Bool {
    guard reading.parts.count >= limits.documents else { return false }
    let mark = Mark(line: Int(position.line), column: Int(position.column))
    reading.add(
      ReadingProblem(
        .limit, at: Place(file: file, mark: mark),
        says: "the file has more than \(limits.documents) documents; the rest is left out"))
    return true
  }

  private mutating func addRefusal(_ says: String, line: UInt32) {
    let mark = Mark(line: Int(line), column: 4)
    reading.add(
      ReadingProblem(
        .syntax, at: Place(file: file, mark: mark),
        says: "found \"\(says)\" behind ---; kubectl expects a comment or nothing there"))
  }

  private mutating func read(
    _ chunk: ChunkSplitter.Chunk, of text: Span<UInt8>, isTolerant: Bool
  ) -> SyntaxFailure? {
    let part = text.extracting(chunk.range)
    guard part.count <= limits.documentBytes else {
      return SyntaxFailure(
        kind: .limit,
        says: "the document has \(part.count) octets; the limit is \(limits.documentBytes)",
        position: Position(line: 1, column: 1))
    }
    if isTolerant,
      let documents = documentsOfList(.yaml, in: part, linesBefore: chunk.linesBefore)
    {
      reading.add(documents)
      return nil
    }
    return readChunk(
      part, linesBefore: chunk.linesBefore, extent: isTolerant ? .all : .first,
      thenLineBreak: part.count == 0 || part[part.count - 1] != 0x0A)
  }

  /// Parses a chunk, once more for everything that libyaml takes otherwise than go-yaml.
  private mutating func readChunk(
    _ text: Span<UInt8>, linesBefore: UInt32, extent: YAMLParser.Extent, thenLineBreak: Bool
  ) -> SyntaxFailure? {
    if engine == .blockFirst, let document = plainDocument(in: text, linesBefore: linesBefore) {
      reading.add([document])
      return nil
    }
    var dialect = Dialect(for: text)
    var adaptations = 0
    while true {
      var builder = ArenaBuilder(file: file, limits: limits)
      builder.reserve(forBytes: text.count)
      var parser = YAMLParser(
        builder, dialect: dialect, lineOffset: linesBefore, extent: extent)
      let failure: SyntaxFailure?
      let isAdapted: Bool
      if let adapted = dialect.text {
        failure = parser.parse(adapted.span, thenLineBreak: thenLineBreak)
        isAdapted = failure.map { dialect.adapt(to: $0, in: adapted.span) } ?? false
      } else {
        failure = parser.parse(text, thenLineBreak: thenLineBreak)
        isAdapted = failure.map { dialect.adapt(to: $0, in: text) } ?? false
      }
      if isAdapted, adaptations < 64 {
        adaptations += 1
        continue
      }
      takeProblems(of: &parser.builder)
      reading.add(parser.documents)
      if failure == nil, parser.documents.isEmpty { addEmptyDocument(linesBefore) }
      return failure
    }
  }

  /// The document of a text that libyaml is not needed for.
  private mutating func plainDocument(in text: Span<UInt8>, linesBefore: UInt32) -> Document? {
    var builder = ArenaBuilder(file: file, limits: limits)
    builder.reserve(forBytes: text.count)
    var reader = BlockReader(builder, linesBefore: linesBefore)
    guard let document = try? reader.readDocument(text) else { return nil }
    takeProblems(of: &reader.builder)
    return document
  }

  private mutating func addEmptyDocument(_ linesBefore: UInt32) {
    var builder = ArenaBuilder(file: file, limits: limits)
    let position = Position(line: linesBefore &+ 1, column: 1)
    builder.add(NodeRecord(.null, first: 0, second: 0, at: position))
    reading.add([builder.finish(as: .yaml)])
  }

  private mutating func takeProblems(of builder: inout ArenaBuilder) {
    let room = max(limits.problems - reading.problems.count, 0)
    reading.problems += builder.takeProblems().prefix(room)
  }

  /// Notes why a part of the file could not be read; positions count from the first line of `text`.
  mutating func add(_ failure: SyntaxFailure, in text: Span<UInt8>, linesBefore: UInt32) {
    let position = failure.position ?? LineCursor.position(ofOffset: failure.offset, in: text)
    let context = failure.contextPosition.map {
      Mark(line: Int($0.line &+ linesBefore), column: Int($0.column))
    }
    var says = failure.says
    if let context, let reader = failure.context { says += " \(reader) that begins at \(context)" }
    if says == "control characters are not allowed" { says += "; expected text" }
    let mark = Mark(line: Int(position.line &+ linesBefore), column: Int(position.column))
    reading.add(
      ReadingProblem(
        failure.kind, at: Place(file: file, mark: mark), says: says, related: context))
  }
}
