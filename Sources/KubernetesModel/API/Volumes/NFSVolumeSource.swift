/// An NFS export.
package struct NFSVolumeSource: APIStruct {
  package var server: String = ""
  package var path: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("server", &server)
    fields.required("path", &path)
    fields.field("readOnly", &readOnly)
  }
}
