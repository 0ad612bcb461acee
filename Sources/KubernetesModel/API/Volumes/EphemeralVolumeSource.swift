/// A volume with a claim of its own that lives as long as the pod.
package struct EphemeralVolumeSource: APIStruct {
  @Boxed package var volumeClaimTemplate: PersistentVolumeClaimTemplate?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("volumeClaimTemplate", &volumeClaimTemplate)
  }
}

/// A template for the claim of an ephemeral volume.
package struct PersistentVolumeClaimTemplate: APIStruct {
  package var metadata = ObjectMeta()
  package var spec = PersistentVolumeClaimSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}
