package import YAML

/// A value of any shape, kept as JSON text: what the API calls a raw extension.
package struct RawJSON: FieldValue {
  /// Empty when the field is absent.
  package var text: String = ""

  package init() {}

  package static var absent: RawJSON { RawJSON() }

  package static var shape: FieldShape { .any }

  package var isOmittable: Bool { text.isEmpty }

  package var isNil: Bool { text.isEmpty }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    text = String(decoding: node.json(), as: UTF8.self)
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(literal: text)
  }
}
