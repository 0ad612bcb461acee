/// A piece of storage in the cluster.
package struct PersistentVolume: KubernetesObject {
  package static let kind = "PersistentVolume"
  package static let apiVersion = "v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = PersistentVolumeSpec()
  package var status = PersistentVolumeStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// The phase of a persistent volume, and why.
package struct PersistentVolumeStatus: APIStruct {
  package var phase: String = ""
  package var message: String = ""
  package var reason: String = ""
  package var lastPhaseTransitionTime: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("phase", &phase)
    fields.field("message", &message)
    fields.field("reason", &reason)
    fields.field("lastPhaseTransitionTime", &lastPhaseTransitionTime)
  }
}
