/// A preference about other pods, with a weight.
package struct WeightedPodAffinityTerm: APIStruct {
  package var weight: Int32 = 0
  package var podAffinityTerm = PodAffinityTerm()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("weight", &weight)
    fields.required("podAffinityTerm", &podAffinityTerm)
  }
}
