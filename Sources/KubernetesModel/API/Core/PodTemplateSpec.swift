/// The metadata and the spec that pods are made with.
package struct PodTemplateSpec: APIStruct {
  package var metadata = ObjectMeta()
  package var spec = PodSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}
