/// A file made from a field of the pod.
package struct DownwardAPIVolumeFile: APIStruct {
  package var path: String = ""
  package var fieldRef: ObjectFieldSelector?
  @Boxed package var resourceFieldRef: ResourceFieldSelector?
  package var mode: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("path", &path)
    fields.field("fieldRef", &fieldRef)
    fields.field("resourceFieldRef", &resourceFieldRef)
    fields.field("mode", &mode)
  }
}
