/// Names a Kubernetes object as every report does: kind, namespace (empty when cluster-scoped), name.
package struct ObjectReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var kind: String
  package var namespace: String
  package var name: String

  package init(kind: String, namespace: String, name: String) {
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  /// A reference to an object without a namespace, such as a Node or a PersistentVolume.
  package init(kind: String, name: String) {
    self.init(kind: kind, namespace: "", name: name)
  }

  /// The form people type: `pod/web`, lower-case kind and name, without the namespace.
  package var description: String { "\(kind.lowercased())/\(name)" }

  package static func < (one: ObjectReference, other: ObjectReference) -> Bool {
    (one.kind, one.namespace, one.name) < (other.kind, other.namespace, other.name)
  }
}
