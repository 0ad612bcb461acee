/// A condition that must be true for the pod to be ready.
package struct PodReadinessGate: APIStruct {
  package var conditionType: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("conditionType", &conditionType)
  }
}
