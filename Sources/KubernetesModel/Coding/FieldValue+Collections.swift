import Provenance
package import YAML

extension Optional: FieldValue where Wrapped: FieldValue {
  package static var absent: Wrapped? { nil }

  package static var shape: FieldShape { Wrapped.shape }

  package var isOmittable: Bool { isNil }

  package var isNil: Bool { self?.isNil ?? true }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    var value = self ?? Wrapped.absent
    guard value.read(from: node, with: &decoder) else { return false }
    self = value
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    if let value = self { value.write(to: &json) } else { json.write(literal: "null") }
  }
}

extension Array: FieldValue where Element: FieldValue {
  package static var absent: [Element] { [] }

  package static var shape: FieldShape { .list(Element.shape) }

  package var isOmittable: Bool { isEmpty }

  package var isNil: Bool { isEmpty }

  /// An element of the wrong type stays in the list as an absent one, so that the others keep their index.
  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .sequence else { return decoder.refuse(node, expecting: "a list") }
    let elements = node.elements
    removeAll()
    reserveCapacity(elements.count)
    for element in elements {
      let index = count
      append(.absent)
      decoder.read(&self[index], from: element, at: .index(index))
    }
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.writeList { json in
      for element in self { element.write(to: &json) }
    }
  }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
  package static var absent: [String: Value] { [:] }

  package static var shape: FieldShape { .map(Value.shape) }

  package var isOmittable: Bool { isEmpty }

  package var isNil: Bool { isEmpty }

  /// An entry of the wrong type stays in the map as an absent value, because its key still counts.
  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .mapping else { return decoder.refuse(node, expecting: "an object") }
    reserveCapacity(node.entries.count)
    var cursor = node.firstEntry
    while !cursor.isAtEnd {
      let key = decoder.texts.key(of: node, at: cursor)
      var value = Value.absent
      decoder.read(&value, from: node.value(at: cursor), at: .key(key))
      self[key] = value
      node.advance(&cursor)
    }
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.writeObject { json in
      for key in keys.sorted() {
        guard let value = self[key] else { continue }
        json.write(key: key)
        value.write(to: &json)
      }
    }
  }
}

extension ResourceList {
  package static var shape: FieldShape { .map(.scalar) }

  package var isOmittable: Bool { isEmpty }

  package var isNil: Bool { isEmpty }

  /// An amount that is not a quantity is left out.
  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .mapping else { return decoder.refuse(node, expecting: "an object") }
    reserve(node.entries.count)
    var cursor = node.firstEntry
    while !cursor.isAtEnd {
      let name = decoder.texts.key(of: node, at: cursor)
      var amount = Quantity()
      if decoder.read(&amount, from: node.value(at: cursor), at: .key(name)) { self[name] = amount }
      node.advance(&cursor)
    }
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.writeObject { json in
      for (name, amount) in self {
        json.write(key: name)
        amount.write(to: &json)
      }
    }
  }
}
