/// A volume from a CSI driver.
package struct CSIPersistentVolumeSource: APIStruct {
  package var driver: String = ""
  package var volumeHandle: String = ""
  package var readOnly: Bool = false
  package var fsType: String = ""
  package var volumeAttributes: [String: String] = [:]
  package var controllerPublishSecretRef: SecretReference?
  package var nodeStageSecretRef: SecretReference?
  package var nodePublishSecretRef: SecretReference?
  package var controllerExpandSecretRef: SecretReference?
  package var nodeExpandSecretRef: SecretReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.required("volumeHandle", &volumeHandle)
    fields.field("readOnly", &readOnly)
    fields.field("fsType", &fsType)
    fields.field("volumeAttributes", &volumeAttributes)
    fields.field("controllerPublishSecretRef", &controllerPublishSecretRef)
    fields.field("nodeStageSecretRef", &nodeStageSecretRef)
    fields.field("nodePublishSecretRef", &nodePublishSecretRef)
    fields.field("controllerExpandSecretRef", &controllerExpandSecretRef)
    fields.field("nodeExpandSecretRef", &nodeExpandSecretRef)
  }
}
