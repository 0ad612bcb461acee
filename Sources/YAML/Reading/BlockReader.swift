/// Reads plain block YAML, as kubectl prints it and people mostly write it, into an arena without libyaml.
///
/// It knows only a part of YAML, of which it is certain that libyaml makes the same nodes at the same places. At
/// anything else, mistakes too, it gives up, and libyaml reads the same text from its beginning: errors are libyaml's.
package struct BlockReader {
  /// The text holds something that only libyaml is to read.
  struct NotPlain: Error {}

  /// A collection that is not closed yet.
  struct Frame {
    enum Kind {
      /// What stands around the first node.
      case outside
      case mapping, sequence
      /// A sequence whose dashes stand below the first letters of the key that it is the value of.
      case indentlessSequence
    }

    let kind: Kind
    let indent: Int
  }

  /// libyaml knows keys of up to 1,024 characters; long ones are left to it.
  static let longestKey = 1_000

  var builder: ArenaBuilder
  /// The next octet.
  var offset = 0
  var line: UInt32
  /// Where the line would begin if all its characters had one octet.
  var lineStart = 0
  /// A scalar's text where it is not in the file as it is.
  var scratch: [UInt8] = []
  private(set) var frame = Frame(kind: .outside, indent: -1)
  private var outer: [Frame] = []
  /// Where null stands if no node follows the key or dash before; nil when there is none, or its node was read.
  private var awaited: Position? = Position(line: 1, column: 1)

  /// - Parameters:
  ///   - builder: takes the nodes.
  ///   - linesBefore: how many lines stand before the text.
  init(_ builder: ArenaBuilder, linesBefore: UInt32) {
    self.builder = builder
    line = linesBefore &+ 1
  }

  /// Whether a text is one document that libyaml is not needed for.
  package static func isPlain(_ text: [UInt8]) -> Bool {
    var reader = BlockReader(ArenaBuilder(file: "", limits: .standard), linesBefore: 0)
    return (try? reader.readDocument(text.span)) != nil
  }

  /// Reads the only document of a text.
  mutating func readDocument(_ text: Span<UInt8>) throws(NotPlain) -> Document {
    guard builder.limits.documents > 0 else { throw NotPlain() }
    if try advance(text), text.has([0x2D, 0x2D, 0x2D], at: offset), offset == lineStart {
      offset &+= 3
      try finishLine(text)
    }
    try readNode(text)
    return builder.finish(as: .yaml)
  }

  /// Reads the text as one collection, which becomes part of what is open in the builder.
  mutating func readNode(_ text: Span<UInt8>) throws(NotPlain) {
    while try advance(text) { try takeLine(text) }
    guard frame.kind != .outside else { throw NotPlain() }
    while frame.kind != .outside { close() }
  }

  var position: Position {
    Position(line: line, column: UInt32(clamping: offset &- lineStart &+ 1))
  }

  func isIndented(deeperThan frame: Frame) -> Bool { offset &- lineStart > frame.indent }
}

extension BlockReader {
  private mutating func takeLine(_ text: Span<UInt8>) throws(NotPlain) {
    let indent = offset &- lineStart
    if indent == 0, isDocumentMark(text) { throw NotPlain() }
    while frame.indent > indent { close() }
    guard frame.indent == indent else { return try takeNode(text) }
    switch (frame.kind, isEntry(text)) {
    case (.mapping, true):
      guard awaited != nil else { throw NotPlain() }
      try open(.indentlessSequence)
      try takeEntry(text)
    case (.mapping, false):
      fillAwaited()
      try takeKey(text)
    case (.indentlessSequence, false):
      close()
      try takeKey(text)
    case (.indentlessSequence, true), (.sequence, true):
      fillAwaited()
      try takeEntry(text)
    case (.sequence, false), (.outside, _): throw NotPlain()
    }
  }

  /// Whether a line begins like one that separates documents.
  private func isDocumentMark(_ text: Span<UInt8>) -> Bool {
    text.has([0x2D, 0x2D, 0x2D], at: offset) || text.has([0x2E, 0x2E, 0x2E], at: offset)
  }

  /// Whether a dash that begins an element of a sequence is next.
  private func isEntry(_ text: Span<UInt8>) -> Bool {
    text[offset] == 0x2D && isBlank(text, at: offset &+ 1)
  }

  private func isBlank(_ text: Span<UInt8>, at offset: Int) -> Bool {
    offset >= text.count || text[offset] == 0x20 || text[offset] == 0x0A
  }

  private mutating func takeEntry(_ text: Span<UInt8>) throws(NotPlain) {
    if try passIndicator(text) { try takeNode(text) }
  }

  /// Goes past a dash or a colon; false when nothing more stands on the line.
  private mutating func passIndicator(_ text: Span<UInt8>) throws(NotPlain) -> Bool {
    offset &+= 1
    awaited = position
    while offset < text.count, text[offset] == 0x20 { offset &+= 1 }
    guard offset < text.count, text[offset] != 0x0A, text[offset] != 0x23 else {
      try finishComment(text)
      return false
    }
    return true
  }

  /// Reads the node that is awaited: further dashes, then a scalar or a mapping that begins on this line.
  private mutating func takeNode(_ text: Span<UInt8>) throws(NotPlain) {
    guard awaited != nil else { throw NotPlain() }
    while isEntry(text) {
      try open(.sequence)
      guard try passIndicator(text) else { return }
    }
    switch text[offset] {
    case 0x7B, 0x5B, 0x7C: try takeValue(text)
    default:
      let (column, position) = (offset &- lineStart, position)
      let key = try scanned(text)
      guard isKey(key, text) else { return try take(key, at: position, text) }
      try open(.mapping, indent: column, at: position)
      try add(key, at: position, text)
      try takeColon(text)
    }
  }

  private mutating func takeKey(_ text: Span<UInt8>) throws(NotPlain) {
    let position = position
    let key = try scanned(text)
    guard isKey(key, text) else { throw NotPlain() }
    try add(key, at: position, text)
    try takeColon(text)
  }

  /// Whether what was scanned is followed by the colon that makes it a key.
  private func isKey(_ scanned: ScannedScalar, _ text: Span<UInt8>) -> Bool {
    offset < text.count && text[offset] == 0x3A && isBlank(text, at: offset &+ 1)
      && scanned.end == offset && scanned.isInOneLine
      && offset &- scanned.start <= Self.longestKey
  }

  private mutating func takeColon(_ text: Span<UInt8>) throws(NotPlain) {
    if try passIndicator(text) { try takeValue(text) }
  }

  /// Reads a value that is no key and begins on this line.
  private mutating func takeValue(_ text: Span<UInt8>) throws(NotPlain) {
    switch text[offset] {
    case 0x7B: try takeEmpty(.mapping, closing: 0x7D, text)
    case 0x5B: try takeEmpty(.sequence, closing: 0x5D, text)
    case 0x7C: try takeLiteral(text)
    default:
      let position = position
      let scanned = try scanned(text)
      try take(scanned, at: position, text)
    }
  }

  private mutating func takeEmpty(
    _ kind: NodeRecord.Kind, closing: UInt8, _ text: Span<UInt8>
  ) throws(NotPlain) {
    guard frame.kind != .outside, offset &+ 1 < text.count, text[offset &+ 1] == closing else {
      throw NotPlain()
    }
    try requireRoom()
    builder.openCollection(kind, at: position)
    builder.closeCollection()
    awaited = nil
    offset &+= 2
    try finishLine(text)
  }

  /// Reads what may follow on a scalar that is no key, and adds it.
  private mutating func take(
    _ first: ScannedScalar, at position: Position, _ text: Span<UInt8>
  ) throws(NotPlain) {
    guard frame.kind != .outside else { throw NotPlain() }
    var scanned = first
    if scanned.isQuoted {
      try finishLine(text)
    } else {
      try takeContinuation(of: &scanned, text)
    }
    try add(scanned, at: position, text)
  }
}

extension BlockReader {
  private mutating func open(_ kind: Frame.Kind) throws(NotPlain) {
    try open(kind, indent: offset &- lineStart, at: position)
  }

  private mutating func open(
    _ kind: Frame.Kind, indent: Int, at position: Position
  ) throws(NotPlain) {
    try requireRoom()
    builder.openCollection(kind == .mapping ? .mapping : .sequence, at: position)
    awaited = nil
    outer.append(frame)
    frame = Frame(kind: kind, indent: indent)
  }

  private mutating func close() {
    fillAwaited()
    builder.closeCollection()
    frame = outer.removeLast()
  }

  /// What no node followed on is null.
  private mutating func fillAwaited() {
    guard let position = awaited.take() else { return }
    builder.addPlain([UInt8]().span, at: position)
  }

  /// Leaves what comes close to a limit to libyaml.
  private func requireRoom() throws(NotPlain) {
    guard builder.depth < builder.limits.depth, builder.nodes.count &+ 2 < builder.limits.nodes
    else { throw NotPlain() }
  }

  /// Adds a scalar that was scanned to its end.
  private mutating func add(
    _ scanned: ScannedScalar, at position: Position, _ text: Span<UInt8>
  ) throws(NotPlain) {
    if scanned.isInScratch {
      let bytes = scratch
      try add(bytes.span, isQuoted: scanned.isQuoted, at: position)
    } else {
      try add(
        text.extracting(scanned.textRange), isQuoted: scanned.isQuoted, at: position)
    }
  }

  mutating func add(
    _ text: Span<UInt8>, isQuoted: Bool, at position: Position
  ) throws(NotPlain) {
    guard text.count <= builder.limits.scalarBytes,
      builder.nodes.count &+ 2 < builder.limits.nodes
    else { throw NotPlain() }
    awaited = nil
    if isQuoted {
      builder.addString(text, at: position)
    } else {
      builder.addPlain(text, at: position)
    }
  }
}
