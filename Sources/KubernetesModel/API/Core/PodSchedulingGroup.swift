/// The group that a pod is scheduled with.
package struct PodSchedulingGroup: APIStruct {
  package var podGroupName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("podGroupName", &podGroupName)
  }
}
