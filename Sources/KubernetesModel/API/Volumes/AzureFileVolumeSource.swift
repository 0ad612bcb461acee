/// An Azure file share, of a pod.
package struct AzureFileVolumeSource: APIStruct {
  package var secretName: String = ""
  package var shareName: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("secretName", &secretName)
    fields.required("shareName", &shareName)
    fields.field("readOnly", &readOnly)
  }
}
