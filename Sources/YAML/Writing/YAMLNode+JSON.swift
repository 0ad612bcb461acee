package import Basics

extension YAMLNode {
  /// Writes the node as JSON into a document that is being written, numbers as their text is.
  package func write(to json: inout JSONWriter) {
    var walk = TreeWalk(self)
    while let step = walk.next() {
      switch step {
      case .openMapping: json.beginObject()
      case .openSequence: json.beginArray()
      case .close(let kind): kind == .mapping ? json.endObject() : json.endArray()
      case .key(let name, _): json.key(utf8: name)
      case .scalar(let node): node.writeScalar(to: &json)
      }
    }
  }

  /// The node as JSON, keys in the order of the file.
  package func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(into: ByteWriter(), layout: layout)
    write(to: &writer)
    return writer.finish().bytes
  }

  /// Writes a scalar, numbers as their text is.
  package func writeScalar(to json: inout JSONWriter) {
    let record = record
    switch record.kind {
    case .yes: json.bool(true)
    case .no: json.bool(false)
    case .int, .uint, .jsonNumber: json.number(text: text)
    case .float:
      if case .float(let value) = scalar { json.double(value) } else { json.number(text: text) }
    case .string, .mergeKey, .invalidKey: json.string(utf8: document.bytes(of: record))
    case .null, .mapping, .sequence, .alias, .resolved: json.null()
    }
  }
}
