package import Findings
package import Provenance
package import YAML

/// One object as it was read: its typed value where its kind has a struct, its document, and what was wrong.
package struct LoadedObject: Sendable {
  /// What the object is made from, and so which one wins where two describe the same object.
  package enum Origin: Int, Sendable, Comparable {
    /// What a component logged about an object; it tells neither which objects the dump holds nor its present.
    case journal
    /// Text made for people, such as that of `kubectl describe`.
    case text
    /// A document of the API.
    case document

    package static func < (one: Origin, other: Origin) -> Bool { one.rawValue < other.rawValue }
  }

  package var reference: ObjectReference
  package var uid: String
  /// Empty when the object never was in a cluster.
  package var resourceVersion: String
  /// Nil for a kind without a struct.
  package var value: (any KubernetesObject)?
  /// Nil for an object that no document stands for.
  package var node: YAMLNode?
  package var place: Place?
  package var origin: Origin
  package var problems: [LoadProblem] = []
  /// The newest time that the object bears.
  package var newestTimestamp: Timestamp?

  /// An object made by other means than reading a document.
  package init(_ value: some KubernetesObject, at place: Place? = nil, origin: Origin) {
    self.init(value, metadata: value.metadata, origin: origin)
    self.place = place
    newestTimestamp = (value as? Event)?.lastSeen ?? newestTimestamp
  }

  private init(
    _ value: (any KubernetesObject)?, kind: String = "", metadata: ObjectMeta, origin: Origin
  ) {
    let type = value.map { Swift.type(of: $0) as any KubernetesObject.Type }
    reference = ObjectReference(
      kind: type?.kind ?? kind, namespace: metadata.namespace,
      name: metadata.name.isEmpty ? metadata.generateName : metadata.name)
    uid = metadata.uid
    resourceVersion = metadata.resourceVersion
    self.value = value
    self.origin = origin
    newestTimestamp = metadata.creationTimestamp
  }
}

extension LoadedObject {
  /// Reads an object from a mapping that bears an apiVersion and a kind.
  ///
  /// A pure function of the document, so that documents can be read in parallel.
  package init(
    decoding node: YAMLNode, apiVersion: String, kind: String, origin: Origin = .document
  ) {
    let object = ObjectReference(
      kind: kind, namespace: node["metadata"]?["namespace"]?.string ?? "",
      name: node["metadata"]?["name"]?.string ?? "")
    var decoder = DecodingVisitor(of: object)
    if let type = KindTable.type(apiVersion: apiVersion, kind: kind) {
      self = Self.typed(type, from: node, with: &decoder)
    } else {
      var metadata = ObjectMeta()
      if let node = node["metadata"] { decoder.read(&metadata, from: node, at: .key("metadata")) }
      self.init(nil, kind: kind, metadata: metadata, origin: .document)
    }
    self.node = node
    self.origin =
      origin == .document && node.document.format == .derived ? .text : origin
    place = node.place
    newestTimestamp = origin == .journal ? nil : decoder.newestTimestamp
    problems = decoder.problems + nameless(at: node)
  }

  private static func typed<Object: KubernetesObject>(
    _ type: Object.Type, from node: YAMLNode, with decoder: inout DecodingVisitor
  ) -> LoadedObject {
    var value = Object()
    _ = value.read(from: node, with: &decoder)
    if !Object.isNamespaced { value.metadata.namespace = "" }
    return LoadedObject(value, metadata: value.metadata, origin: .document)
  }

  private func nameless(at node: YAMLNode) -> [LoadProblem] {
    guard reference.name.isEmpty else { return [] }
    return [
      LoadProblem(
        .invalidValue, at: node.place, object: reference, field: "metadata.name",
        says: "metadata.name: the \(reference.kind) has no name")
    ]
  }
}
