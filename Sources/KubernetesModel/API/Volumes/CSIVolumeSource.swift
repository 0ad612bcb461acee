/// An ephemeral volume from a CSI driver.
package struct CSIVolumeSource: APIStruct {
  package var driver: String = ""
  package var readOnly: Bool?
  package var fsType: String?
  package var volumeAttributes: [String: String] = [:]
  package var nodePublishSecretRef: LocalObjectReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.field("readOnly", &readOnly)
    fields.field("fsType", &fsType)
    fields.field("volumeAttributes", &volumeAttributes)
    fields.field("nodePublishSecretRef", &nodePublishSecretRef)
  }
}
