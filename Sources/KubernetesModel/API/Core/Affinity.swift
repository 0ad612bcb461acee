/// Where a pod wants to be, relative to nodes and to other pods.
package struct Affinity: APIStruct {
  package var nodeAffinity: NodeAffinity?
  package var podAffinity: PodAffinity?
  package var podAntiAffinity: PodAntiAffinity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("nodeAffinity", &nodeAffinity)
    fields.field("podAffinity", &podAffinity)
    fields.field("podAntiAffinity", &podAntiAffinity)
  }
}

/// Which nodes a pod must or would rather run on.
package struct NodeAffinity: APIStruct {
  package var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?
  package var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field(
      "requiredDuringSchedulingIgnoredDuringExecution",
      &requiredDuringSchedulingIgnoredDuringExecution)
    fields.field(
      "preferredDuringSchedulingIgnoredDuringExecution",
      &preferredDuringSchedulingIgnoredDuringExecution)
  }
}

/// A preference for nodes, with a weight.
package struct PreferredSchedulingTerm: APIStruct {
  package var weight: Int32 = 0
  package var preference = NodeSelectorTerm()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("weight", &weight)
    fields.required("preference", &preference)
  }
}

/// Which pods a pod must or would rather be near to.
package struct PodAffinity: APIStruct {
  package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []
  package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field(
      "requiredDuringSchedulingIgnoredDuringExecution",
      &requiredDuringSchedulingIgnoredDuringExecution)
    fields.field(
      "preferredDuringSchedulingIgnoredDuringExecution",
      &preferredDuringSchedulingIgnoredDuringExecution)
  }
}

/// Which pods a pod must or would rather be away from.
package struct PodAntiAffinity: APIStruct {
  package var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []
  package var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field(
      "requiredDuringSchedulingIgnoredDuringExecution",
      &requiredDuringSchedulingIgnoredDuringExecution)
    fields.field(
      "preferredDuringSchedulingIgnoredDuringExecution",
      &preferredDuringSchedulingIgnoredDuringExecution)
  }
}
