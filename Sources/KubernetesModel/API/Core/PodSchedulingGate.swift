/// Something that must happen before a pod may be scheduled.
package struct PodSchedulingGate: APIStruct {
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
  }
}
