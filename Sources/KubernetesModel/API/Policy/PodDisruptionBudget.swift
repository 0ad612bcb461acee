/// How many pods of a selector may be down by choice.
package struct PodDisruptionBudget: KubernetesObject {
  package static let kind = "PodDisruptionBudget"
  package static let apiVersion = "policy/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = PodDisruptionBudgetSpec()
  package var status = PodDisruptionBudgetStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// Which pods a budget protects, and how many must stay.
package struct PodDisruptionBudgetSpec: APIStruct {
  package var minAvailable: IntOrString?
  package var selector: LabelSelector?
  package var maxUnavailable: IntOrString?
  package var unhealthyPodEvictionPolicy: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("minAvailable", &minAvailable)
    fields.field("selector", &selector)
    fields.field("maxUnavailable", &maxUnavailable)
    fields.field("unhealthyPodEvictionPolicy", &unhealthyPodEvictionPolicy)
  }
}

/// How many disruptions a budget allows now.
package struct PodDisruptionBudgetStatus: APIStruct {
  package var observedGeneration: Int64 = 0
  package var disruptedPods: [String: Timestamp] = [:]
  package var disruptionsAllowed: Int32 = 0
  package var currentHealthy: Int32 = 0
  package var desiredHealthy: Int32 = 0
  package var expectedPods: Int32 = 0
  package var conditions: [Condition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("observedGeneration", &observedGeneration)
    fields.field("disruptedPods", &disruptedPods)
    fields.required("disruptionsAllowed", &disruptionsAllowed)
    fields.required("currentHealthy", &currentHealthy)
    fields.required("desiredHealthy", &desiredHealthy)
    fields.required("expectedPods", &expectedPods)
    fields.field("conditions", &conditions)
  }
}
