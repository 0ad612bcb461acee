package import Provenance

/// Makes a document out of Swift values, for objects that no file holds as YAML or JSON.
///
/// Places of nodes are those of the text that the values were taken from: `mark` is where the next nodes stand.
package struct DocumentBuilder {
  private var builder: ArenaBuilder
  /// Where what is added next stands in the file.
  package var mark: Mark

  package init(file: String, at mark: Mark = Mark(line: 1, column: 1)) {
    builder = ArenaBuilder(file: file, limits: ReadingLimits(depth: .max))
    self.mark = mark
  }

  /// Adds a mapping, whose entries `body` adds; the first node that is added is the root.
  package mutating func mapping(_ body: (inout DocumentBuilder) -> Void) {
    builder.openCollection(.mapping, at: position)
    body(&self)
    builder.closeCollection()
  }

  /// Adds a sequence, whose elements `body` adds.
  package mutating func sequence(_ body: (inout DocumentBuilder) -> Void) {
    builder.openCollection(.sequence, at: position)
    body(&self)
    builder.closeCollection()
  }

  /// Adds the key of an entry; its value is to follow.
  package mutating func key(_ name: String) {
    string(name)
  }

  package mutating func string(_ text: String) {
    let bytes = Array(text.utf8)
    builder.addString(bytes.span, at: position)
  }

  package mutating func int(_ value: some BinaryInteger) {
    add(value < 0 || value <= Int64.max ? .int : .uint, String(value))
  }

  package mutating func double(_ value: Double) {
    add(.float, value.isFinite ? String(value) : ".nan")
  }

  package mutating func bool(_ value: Bool) {
    add(value ? .yes : .no, value ? "true" : "false")
  }

  package mutating func null() {
    add(.null, "")
  }

  /// Adds a scalar that is typed by its text, as an unquoted scalar of a YAML file is.
  package mutating func plain(_ text: String) {
    add(ScalarType(plain: Array(text.utf8)[...]).kind, text)
  }

  package mutating func scalar(_ value: Scalar) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .int(let value): int(value)
    case .uint(let value): int(value)
    case .float(let value): double(value)
    case .string(let text): string(text)
    }
  }

  /// Hands over the document; one without any node is null.
  package mutating func finish() -> Document {
    if builder.nodes.isEmpty { null() }
    return builder.finish(as: .derived)
  }

  private var position: Position {
    Position(line: UInt32(clamping: mark.line), column: UInt32(clamping: mark.column))
  }

  private mutating func add(_ kind: NodeRecord.Kind, _ text: String) {
    let range = builder.texts.add(text)
    builder.add(NodeRecord(kind, first: range.offset, second: range.length, at: position))
  }
}

extension DocumentBuilder {
  /// Adds an entry whose value is text.
  package mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  package mutating func field(_ name: String, _ value: some BinaryInteger) {
    key(name)
    int(value)
  }

  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Adds an entry whose value is a mapping.
  package mutating func field(_ name: String, mapping body: (inout DocumentBuilder) -> Void) {
    key(name)
    mapping(body)
  }

  /// Adds an entry whose value is a sequence.
  package mutating func field(_ name: String, sequence body: (inout DocumentBuilder) -> Void) {
    key(name)
    sequence(body)
  }

  /// Adds a copy of a node of another document, with the places it has there.
  package mutating func copy(_ node: YAMLNode) {
    let here = mark
    defer { mark = here }
    var steps = TreeWalk(node)
    while let step = steps.next() {
      switch step {
      case .openMapping(let node):
        mark = node.mark
        builder.openCollection(.mapping, at: position)
      case .openSequence(let node):
        mark = node.mark
        builder.openCollection(.sequence, at: position)
      case .close: builder.closeCollection()
      case .key(let name, let place):
        mark = place
        string(String(decoding: name, as: UTF8.self))
      case .scalar(let node):
        mark = node.mark
        copyScalar(node)
      }
    }
  }

  private mutating func copyScalar(_ node: YAMLNode) {
    let record = node.record
    let range = builder.texts.add(Array(node.utf8).span)
    var copy = NodeRecord(record.kind, first: range.offset, second: range.length, at: position)
    copy.isQuoted = record.isQuoted
    builder.add(copy)
  }
}
