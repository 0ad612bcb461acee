import Basics
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

  /// By reference, because hundreds of thousands of objects are sorted and handed on.
  private var kept: Indirect<Parts>

  private struct Parts: Sendable {
    var reference: ObjectReference
    var uid: String
    var resourceVersion: String
    var value: (any KubernetesObject)?
    var origin: Origin
    /// Of an object without a struct nobody asks whom it belongs to.
    var owners: [OwnerReference]
    var document = ObjectDocument.none
    var place: Place?
    var problems: [LoadProblem] = []
    var newestTimestamp: Timestamp?
  }

  private var parts: Parts {
    unsafeAddress { unsafe kept.address }
    unsafeMutableAddress { unsafe kept.mutableAddress() }
  }

  package var reference: ObjectReference {
    get { parts.reference }
    set { parts.reference = newValue }
  }

  package var uid: String { parts.uid }

  /// Empty when the object never was in a cluster.
  package var resourceVersion: String { parts.resourceVersion }

  /// Nil for a kind without a struct.
  package var value: (any KubernetesObject)? {
    get { parts.value }
    set { parts.value = newValue }
  }

  /// The objects that it belongs to, where its kind has a struct.
  var owners: [OwnerReference] { parts.owners }

  /// Nil for an object that no document stands for; read again where it was let go.
  package var node: YAMLNode? {
    get { document.node }
    set { document = ObjectDocument(newValue) }
  }

  var document: ObjectDocument {
    get { parts.document }
    set { parts.document = newValue }
  }

  package var place: Place? {
    get { parts.place }
    set { parts.place = newValue }
  }

  package var origin: Origin {
    get { parts.origin }
    set { parts.origin = newValue }
  }

  package var problems: [LoadProblem] {
    get { parts.problems }
    set { parts.problems = newValue }
  }

  /// The newest time that the object bears.
  package var newestTimestamp: Timestamp? {
    get { parts.newestTimestamp }
    set { parts.newestTimestamp = newValue }
  }

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
    kept = Indirect(
      Parts(
        reference: ObjectReference(
          kind: type?.kind ?? kind, namespace: metadata.namespace,
          name: metadata.name.isEmpty ? metadata.generateName : metadata.name),
        uid: metadata.uid, resourceVersion: metadata.resourceVersion, value: value, origin: origin,
        owners: value == nil ? [] : metadata.ownerReferences,
        newestTimestamp: metadata.creationTimestamp))
  }
}

extension LoadedObject {
  /// Reads an object from a mapping that bears an apiVersion and a kind.
  ///
  /// A pure function of the document, so that documents can be read in parallel.
  package init(
    decoding node: YAMLNode, apiVersion: String, kind: String, origin: Origin = .document
  ) {
    var texts = SharedTexts()
    self.init(decoding: node, apiVersion: apiVersion, kind: kind, origin: origin, sharing: &texts)
  }

  /// Reads an object as above, and shares texts with those that were read before it.
  init(
    decoding node: YAMLNode, apiVersion: String, kind: String, origin: Origin,
    sharing texts: inout SharedTexts
  ) {
    let object = ObjectReference(
      kind: kind, namespace: node["metadata"]?["namespace"]?.string ?? "",
      name: node["metadata"]?["name"]?.string ?? "")
    var decoder = DecodingVisitor(of: object)
    swap(&decoder.texts, &texts)
    defer { swap(&decoder.texts, &texts) }
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
        .invalidValue, at: (node["metadata"]?["name"] ?? node).place, object: reference,
        field: "metadata.name",
        says: "metadata.name: the \(reference.kind) has no name")
    ]
  }
}
