/// A volume from a flex driver.
package struct FlexPersistentVolumeSource: APIStruct {
  package var driver: String = ""
  package var fsType: String = ""
  package var secretRef: SecretReference?
  package var readOnly: Bool = false
  package var options: [String: String] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.field("fsType", &fsType)
    fields.field("secretRef", &secretRef)
    fields.field("readOnly", &readOnly)
    fields.field("options", &options)
  }
}
