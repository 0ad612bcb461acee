/// The volume that a claim is bound to.
package struct PersistentVolumeClaimVolumeSource: APIStruct {
  package var claimName: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("claimName", &claimName)
    fields.field("readOnly", &readOnly)
  }
}
