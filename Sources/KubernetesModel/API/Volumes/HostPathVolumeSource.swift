/// A path of the node.
package struct HostPathVolumeSource: APIStruct {
  package var path: String = ""
  package var type: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("path", &path)
    fields.field("type", &type)
  }
}
