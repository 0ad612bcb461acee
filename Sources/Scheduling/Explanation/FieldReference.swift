import KubernetesModel
package import Provenance

/// A field of an object that an explanation points at; the snapshot knows the place.
package struct FieldReference: Hashable, Sendable {
  package var object: ObjectReference
  /// As the API server writes it; empty for the whole object.
  package var field: String

  package init(_ object: ObjectReference, _ field: String = "") {
    self.object = object
    self.field = field
  }
}

extension PodInfo {
  package var reference: ObjectReference {
    ObjectReference(kind: "Pod", namespace: pod.metadata.namespace, name: name)
  }
}

extension NodeTable {
  /// Names the node as reports do.
  package func reference(of node: NodeID) -> ObjectReference {
    ObjectReference(kind: "Node", name: name(of: node))
  }
}
