import Provenance

/// Puts the nodes of one document after the other into an arena, whichever reader they come from.
struct ArenaBuilder {
  let file: String
  let limits: ReadingLimits
  var nodes: [NodeRecord] = []
  var texts = TextStore()
  var problems: [ReadingProblem] = []
  /// The innermost collection that is not closed yet.
  private var frame = Frame.outside
  /// The frames around it, outermost first.
  private var outer: [Frame] = []
  /// Closed mappings with merge keys, duplicate or unusable keys, inner ones before outer ones.
  var unresolved: [UInt32] = []
  private(set) var hasAliases = false
  /// How many of the problems are of documents that are complete.
  private var settledProblems = 0

  /// A collection that is not closed yet; its record is completed when it is.
  private struct Frame {
    let index: UInt32
    let isMapping: Bool
    /// How many children it has so far, keys counted.
    var count: UInt32 = 0

    /// What is around a document's root.
    static let outside = Frame(index: .max, isMapping: false)
  }

  init(file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  var depth: Int { outer.count }
  var isComplete: Bool { outer.isEmpty && !nodes.isEmpty }
  var isInMapping: Bool { frame.isMapping }

  /// Whether what is added next is a key of a mapping.
  var expectsKey: Bool { frame.isMapping && frame.count & 1 == 0 }

  mutating func reserve(forBytes count: Int) {
    guard count > 1 << 16 else { return }
    nodes.reserveCapacity(count / 12)
    texts.reserve(count / 5)
  }

  mutating func openCollection(_ kind: NodeRecord.Kind, at position: Position) {
    if expectsKey { refuseKey("a \(kind == .mapping ? "mapping" : "sequence")", at: position) }
    append(NodeRecord(kind, first: 0, second: 0, at: position))
    outer.append(frame)
    frame = Frame(
      index: UInt32(truncatingIfNeeded: nodes.count &- 1), isMapping: kind == .mapping)
  }

  mutating func closeCollection() {
    guard let around = outer.popLast() else { return }
    let (index, isMapping) = (frame.index, frame.isMapping)
    nodes[Int(index)].first = UInt32(truncatingIfNeeded: nodes.count)
    nodes[Int(index)].second = frame.count
    frame = around
    guard isMapping else { return }
    if nodes[Int(index)].isRepeated || hasDuplicateKeys(in: index) { unresolved.append(index) }
  }

  /// Adds a scalar whose text is stored already.
  mutating func add(_ record: NodeRecord) {
    append(expectsKey ? key(from: record) : record)
  }

  /// Adds a string, as from quotes.
  mutating func addString(_ text: Span<UInt8>, at position: Position) {
    let range = texts.add(text)
    var record = NodeRecord(.string, first: range.offset, second: range.length, at: position)
    record.isQuoted = true
    append(record)
  }

  /// Adds one more mention of a node; false when the node contains this very place.
  mutating func addAlias(of anchor: NodeRecord, at index: UInt32, position: Position) -> Bool {
    hasAliases = true
    guard anchor.isCollection else {
      var copy = NodeRecord(
        anchor.kind, first: anchor.first, second: anchor.second, at: position)
      copy.isQuoted = anchor.isQuoted
      copy.isRepeated = true
      add(copy)
      return true
    }
    guard nodes[Int(index)].first != 0 else { return false }
    if expectsKey { refuseKey("a mapping or a sequence", at: position) }
    append(NodeRecord(.alias, first: index, second: 0, at: position))
    return true
  }

  /// Hands over the document and starts anew.
  mutating func finish(as format: Document.Format) -> Document {
    resolveMappings()
    settledProblems = problems.count
    let document = Document(file: file, format: format, nodes: takeNodes(), text: texts.take())
    reset()
    return document
  }

  /// Hands over the problems of the documents that are complete.
  mutating func takeProblems() -> [ReadingProblem] {
    let taken = Array(problems.prefix(settledProblems))
    problems.removeAll()
    settledProblems = 0
    return taken
  }

  /// Forgets a document that could not be read, and what was wrong inside of it.
  mutating func reset() {
    problems.removeLast(problems.count - settledProblems)
    nodes.removeAll(keepingCapacity: true)
    outer.removeAll(keepingCapacity: true)
    frame = .outside
    unresolved.removeAll()
    _ = texts.take()
    hasAliases = false
  }

  func place(_ position: Position) -> Place {
    Place(file: file, mark: Mark(line: Int(position.line), column: Int(position.column)))
  }

  mutating func note(
    _ kind: ReadingProblem.Kind, at position: Position, says: String, related: Position? = nil
  ) {
    let related = related.map { Mark(line: Int($0.line), column: Int($0.column)) }
    problems.append(ReadingProblem(kind, at: place(position), says: says, related: related))
  }

  /// Makes the mapping that is open be looked at again once the document is complete.
  mutating func markParent() {
    guard depth > 0 else { return }
    nodes[Int(frame.index)].isRepeated = true
  }

  mutating func refuseKey(_ what: String, at position: Position) {
    note(.unsupportedValue, at: position, says: "\(what) cannot be a key; expected a string")
    markParent()
  }

  /// Adds a node as it is.
  mutating func append(_ record: NodeRecord) {
    frame.count &+= 1
    nodes.append(record)
  }

  private mutating func takeNodes() -> [NodeRecord] {
    let isFull = nodes.count > 1 << 14 && nodes.capacity - nodes.count < nodes.count / 8
    guard isFull || nodes.count > 1 << 16 else { return nodes.exactCopy }
    let taken = nodes
    nodes = []
    return taken
  }
}

extension Array {
  /// The same elements without room for more, which a slice of all of them would share.
  var exactCopy: [Element] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }
}
