/// Whether a container restarts when a resource is resized.
package struct ContainerResizePolicy: APIStruct {
  package var resourceName: String = ""
  package var restartPolicy: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("resourceName", &resourceName)
    fields.required("restartPolicy", &restartPolicy)
  }
}
