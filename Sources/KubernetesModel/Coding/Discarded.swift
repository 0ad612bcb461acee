package import YAML

/// A field that is known, and neither looked at nor kept.
package struct Discarded: FieldValue {
  package init() {}

  package static var absent: Discarded { Discarded() }

  package static var shape: FieldShape { .ignored }

  package var isOmittable: Bool { true }

  package var isNil: Bool { true }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    true
  }

  package func write(to json: inout EncodingVisitor) {
    json.write(literal: "null")
  }
}
