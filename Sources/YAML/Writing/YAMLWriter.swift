package import Basics

/// Writes one YAML document in block style, as `kubectl -o yaml` does, keys in the order they are given.
///
/// Takes the same calls as `JSONWriter`. Strings that would read back as something else are quoted.
package struct YAMLWriter: ~Copyable {
  private struct Frame {
    let isMapping: Bool
    let indent: Int
    var isEmpty = true
  }

  /// What stands before the node that is written next.
  private enum Lead {
    case nothing, key, dash
  }

  /// YAML reads a longer key only where `?` announces it; go-yaml writes that from this length on.
  private static let longestSimpleKey = 128

  private var output: ByteWriter
  private var frames: [Frame] = []
  private var lead = Lead.nothing
  private var hasLine = false

  package init(into output: consuming ByteWriter) {
    self.output = output
  }

  package consuming func finish() -> ByteWriter {
    if hasLine { output.write(byte: 0x0A) }
    return output
  }

  package mutating func object(_ body: (inout YAMLWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout YAMLWriter, Elements.Element) -> Void
  ) {
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }

  package mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: String, _ body: (inout YAMLWriter) -> Void) {
    key(name)
    body(&self)
  }

  package mutating func string(_ text: String) {
    let style = ScalarStyle(for: text)
    guard style == .literal else { return plain(style.text(text)) }
    let indent = beginNode() + 2
    output.write(LiteralBlock.text(of: text, indent: indent))
    endNode()
  }

  /// Writes a number whose text is a JSON number already.
  package mutating func number(text: String) { plain(text) }
  package mutating func int(_ value: some BinaryInteger) { plain(String(value)) }
  package mutating func bool(_ value: Bool) { plain(value ? "true" : "false") }
  package mutating func null() { plain("null") }

  package mutating func double(_ value: Double) {
    plain(value.isFinite ? NumberText.json(value) : "null")
  }
}

extension YAMLWriter {
  package mutating func beginObject() { begin(isMapping: true) }
  package mutating func beginArray() { begin(isMapping: false) }
  package mutating func endObject() { end("{}") }
  package mutating func endArray() { end("[]") }

  package mutating func key(_ name: String) {
    beginEntry()
    let style = ScalarStyle(for: name)
    let text = (style == .literal ? ScalarStyle.doubleQuoted : style).text(name)
    let isLong = text.utf8.count > Self.longestSimpleKey
    if isLong { output.write("? ") }
    output.write(text)
    if isLong {
      output.write(byte: 0x0A)
      output.write(String(repeating: " ", count: frames.last?.indent ?? 0))
    }
    output.write(byte: 0x3A)
    lead = .key
  }

  /// Writes a node of a document, and everything below it.
  package mutating func node(_ node: YAMLNode) {
    var walk = TreeWalk(node)
    while let step = walk.next() {
      switch step {
      case .openMapping: beginObject()
      case .openSequence: beginArray()
      case .close(let kind): kind == .mapping ? endObject() : endArray()
      case .key(let name, _): key(String(decoding: name, as: UTF8.self))
      case .scalar(let node): scalar(node)
      }
    }
  }

  private mutating func scalar(_ node: YAMLNode) {
    if let text = node.string { return string(text) }
    // A number of JSON that no double holds would be read back as a string.
    if case .float(let value) = node.scalar, !value.isFinite {
      return plain(NumberText.json(value))
    }
    plain(node.text)
  }

  private mutating func begin(isMapping: Bool) {
    if let frame = frames.last, !frame.isMapping { beginEntry() }
    let outer = frames.last?.indent ?? 0
    // A sequence below a key stands as far to the left as the key.
    let step = frames.isEmpty || (lead == .key && !isMapping) ? 0 : 2
    frames.append(Frame(isMapping: isMapping, indent: outer + step))
  }

  private mutating func end(_ empty: String) {
    guard let frame = frames.popLast() else { return }
    if frame.isEmpty {
      separate()
      output.write(empty)
      hasLine = true
    }
    lead = .nothing
  }

  /// Begins a line for a key or a dash, or goes on behind the dash that the collection stands behind.
  private mutating func beginEntry() {
    guard let frame = frames.last else { return }
    if frame.isEmpty, lead == .dash {
      output.write(byte: 0x20)
    } else {
      if hasLine { output.write(byte: 0x0A) }
      output.write(String(repeating: " ", count: frame.indent))
    }
    frames[frames.count - 1].isEmpty = false
    hasLine = true
    if !frame.isMapping {
      output.write(byte: 0x2D)
      lead = .dash
    }
  }

  private mutating func plain(_ text: String) {
    _ = beginNode()
    output.write(text)
    endNode()
  }

  /// - Returns: The indent of the collection that the node is in.
  private mutating func beginNode() -> Int {
    if let frame = frames.last, !frame.isMapping { beginEntry() }
    separate()
    return frames.last?.indent ?? 0
  }

  private mutating func endNode() {
    lead = .nothing
    hasLine = true
  }

  private mutating func separate() {
    if lead != .nothing { output.write(byte: 0x20) }
  }
}

extension YAMLNode {
  /// The node as YAML in block style, keys in the order of the file.
  package func yaml() -> [UInt8] {
    var writer = YAMLWriter(into: ByteWriter())
    writer.node(self)
    return writer.finish().bytes
  }
}
