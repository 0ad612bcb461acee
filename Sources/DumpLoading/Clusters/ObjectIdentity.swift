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
    var identities: [ObjectIdentity] = []
    for reader in objects {
      for object in reader.objects where object.origin == .document && !object.uid.isEmpty {
        identities.append(ObjectIdentity(reference: object.reference, uid: object.uid))
      }
    }
    return identities
  }
}
