/// Where a container sees a volume.
package struct VolumeMount: APIStruct {
  package var name: String = ""
  package var readOnly: Bool = false
  package var recursiveReadOnly: String?
  package var mountPath: String = ""
  package var subPath: String = ""
  package var mountPropagation: String?
  package var subPathExpr: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("readOnly", &readOnly)
    fields.field("recursiveReadOnly", &recursiveReadOnly)
    fields.required("mountPath", &mountPath)
    fields.field("subPath", &subPath)
    fields.field("mountPropagation", &mountPropagation)
    fields.field("subPathExpr", &subPathExpr)
  }
}
