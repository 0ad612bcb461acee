/// A Portworx volume.
package struct PortworxVolumeSource: APIStruct {
  package var volumeID: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumeID", &volumeID)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
  }
}
