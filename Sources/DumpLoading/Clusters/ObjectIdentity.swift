import KubernetesModel
import Provenance

/// An object by its name, and by the uid that no other object ever has.
struct ObjectIdentity: Sendable {
  var reference: ObjectReference
  var uid: String

  /// Whether two objects of this name can only be in two clusters: they last as long as the cluster does.
  var isLasting: Bool { reference.kind == Node.kind || reference.kind == Namespace.kind }
}

extension FileReading {
  /// The objects of the file that say which they are.
  var identities: [ObjectIdentity] {
    objects.flatMap(\.objects).filter { $0.origin == .document && !$0.uid.isEmpty }
      .map { ObjectIdentity(reference: $0.reference, uid: $0.uid) }
  }
}
