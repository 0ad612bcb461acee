/// A Quobyte volume.
package struct QuobyteVolumeSource: APIStruct {
  package var registry: String = ""
  package var volume: String = ""
  package var readOnly: Bool = false
  package var user: String = ""
  package var group: String = ""
  package var tenant: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("registry", &registry)
    fields.required("volume", &volume)
    fields.field("readOnly", &readOnly)
    fields.field("user", &user)
    fields.field("group", &group)
    fields.field("tenant", &tenant)
  }
}
