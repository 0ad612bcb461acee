package import YAML

extension Quantity: FieldValue {
  package static var absent: Quantity { Quantity() }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard let text = node.quantityText else {
      return decoder.refuse(node, expecting: "a quantity")
    }
    do {
      self = try Quantity(text)
      return true
    } catch {
      return decoder.refuse(node, invalid: "\(quoted(text)) is not a quantity: \(error)")
    }
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(string: description)
  }
}

extension Timestamp: FieldValue {
  package static var absent: Timestamp { Timestamp(seconds: 0) }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    if let time = Timestamp(written: node.utf8) {
      self = time
      decoder.note(time)
      return true
    }
    guard node.kind == .scalar, case .string(let text) = node.scalar else {
      return decoder.refuse(node, expecting: "a time")
    }
    guard let time = Timestamp(text) else {
      return decoder.refuse(node, invalid: "\(quoted(text)) is not a time in the form of RFC 3339")
    }
    self = time
    decoder.note(time)
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(string: description)
  }
}

extension IntOrString: FieldValue {
  package static var absent: IntOrString { .int(0) }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    if node.kind == .scalar, case .string(let text) = node.scalar {
      self = .string(text)
      return true
    }
    guard node.isNumber else { return decoder.refuse(node, expecting: "a number or a string") }
    guard let number: Int32 = decoder.wholeNumber(in: node) else { return false }
    self = .int(number)
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    switch self {
    case .int(let number): json.write(literal: String(number))
    case .string(let text): json.write(string: text)
    }
  }
}

extension YAMLNode {
  /// Whether the node is a number of any form.
  var isNumber: Bool {
    guard kind == .scalar else { return false }
    switch scalar {
    case .int, .uint, .float: return true
    default: return false
    }
  }

  /// The text that Go reads a quantity from: a string without its spaces at the ends, or a number.
  fileprivate var quantityText: String? {
    guard kind == .scalar else { return nil }
    if isNumber { return text }
    guard case .string(let text) = scalar else { return nil }
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// A text in quotes, shortened so that no input can flood a report.
private func quoted(_ text: String) -> String {
  text.count <= 60 ? "\"\(text)\"" : "\"\(text.prefix(60))...\""
}
