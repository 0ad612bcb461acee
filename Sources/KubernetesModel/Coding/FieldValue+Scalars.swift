package import YAML

extension String: FieldValue {
  package static var absent: String { "" }

  package var isOmittable: Bool { isEmpty }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    if let text = decoder.texts.string(of: node) {
      self = text
      return true
    }
    guard node.kind == .scalar, case .string(let text) = node.scalar else {
      return decoder.refuse(node, expecting: "a string")
    }
    self = text
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(string: self)
  }
}

extension Bool: FieldValue {
  package static var absent: Bool { false }

  package var isOmittable: Bool { !self }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .scalar, case .bool(let truth) = node.scalar else {
      return decoder.refuse(node, expecting: "true or false")
    }
    self = truth
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(literal: self ? "true" : "false")
  }
}

extension Int32: FieldValue {
  package static var absent: Int32 { 0 }

  package var isOmittable: Bool { self == 0 }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard let number: Int32 = decoder.wholeNumber(in: node) else { return false }
    self = number
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(literal: String(self))
  }
}

extension Int64: FieldValue {
  package static var absent: Int64 { 0 }

  package var isOmittable: Bool { self == 0 }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard let number: Int64 = decoder.wholeNumber(in: node) else { return false }
    self = number
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(literal: String(self))
  }
}
