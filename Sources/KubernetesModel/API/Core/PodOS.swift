/// The operating system of a pod's containers.
package struct PodOS: APIStruct {
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
  }
}
