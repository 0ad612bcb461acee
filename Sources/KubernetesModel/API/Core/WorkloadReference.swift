/// The group of pods that Kubernetes 1.35 scheduled a pod with.
package struct WorkloadReference: APIStruct {
  package var name: String = ""
  package var podGroup: String = ""
  package var podGroupReplicaKey: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("podGroup", &podGroup)
    fields.field("podGroupReplicaKey", &podGroupReplicaKey)
  }
}
