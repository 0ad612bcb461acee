/// Which nodes reach a volume.
package struct VolumeNodeAffinity: APIStruct {
  package var required: NodeSelector?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("required", &required)
  }
}
