/// A disk or directory of one node.
package struct LocalVolumeSource: APIStruct {
  package var path: String = ""
  package var fsType: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("path", &path)
    fields.field("fsType", &fsType)
  }
}
