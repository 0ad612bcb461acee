package import Findings
package import Provenance
package import YAML

extension APIStruct {
  /// Reads a struct, and goes on past every field that is not what it should be.
  ///
  /// - Parameters:
  ///   - node: what the struct is read from.
  ///   - object: the object that problems are reported about.
  ///   - problems: where problems are added, in the order of their places.
  package init(
    decoding node: YAMLNode, of object: ObjectReference? = nil, problems: inout [LoadProblem]
  ) {
    self.init()
    var decoder = DecodingVisitor(of: object)
    _ = read(from: node, with: &decoder)
    problems += decoder.problems.sorted()
  }

  /// The struct as JSON, with its fields in the order in which it shows them.
  package func encoded() -> [UInt8] {
    var json = EncodingVisitor()
    write(to: &json)
    return json.bytes
  }

  package static var absent: Self { Self() }

  package static var shape: FieldShape {
    var collector = ShapeVisitor()
    var value = Self()
    value.visit(&collector)
    return .structure(collector.fields)
  }

  package mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool {
    guard node.kind == .mapping else { return decoder.refuse(node, expecting: "an object") }
    let outer = decoder.enter(node)
    withExtendedLifetime(node) { visit(&decoder) }
    decoder.leave(to: outer)
    return true
  }

  package func write(to json: inout EncodingVisitor) {
    var value = self
    json.writeObject { value.visit(&$0) }
  }
}

extension KubernetesObject {
  /// The object as JSON, with its `apiVersion` and `kind`.
  package func encodedObject() -> [UInt8] {
    var json = EncodingVisitor()
    var value = self
    json.writeObject { json in
      json.writeTypeMeta(apiVersion: Self.apiVersion, kind: Self.kind)
      value.visit(&json)
    }
    return json.bytes
  }
}
