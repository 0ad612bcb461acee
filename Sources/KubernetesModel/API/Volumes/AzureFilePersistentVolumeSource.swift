/// An Azure file share.
package struct AzureFilePersistentVolumeSource: APIStruct {
  package var secretName: String = ""
  package var shareName: String = ""
  package var readOnly: Bool = false
  package var secretNamespace: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("secretName", &secretName)
    fields.required("shareName", &shareName)
    fields.field("readOnly", &readOnly)
    fields.required("secretNamespace", &secretNamespace)
  }
}
