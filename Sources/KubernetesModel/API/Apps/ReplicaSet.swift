/// A number of equal pods.
package struct ReplicaSet: KubernetesObject {
  package static let kind = "ReplicaSet"
  package static let apiVersion = "apps/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ReplicaSetSpec()
  package var status = ReplicaSetStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// How many pods a replica set keeps, and which.
package struct ReplicaSetSpec: APIStruct {
  package var replicas: Int32?
  package var minReadySeconds: Int32 = 0
  package var selector: LabelSelector?
  package var template = PodTemplateSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("replicas", &replicas)
    fields.field("minReadySeconds", &minReadySeconds)
    fields.required("selector", &selector)
    fields.field("template", &template)
  }
}

/// How many pods of a replica set are there, ready and available.
package struct ReplicaSetStatus: APIStruct {
  package var replicas: Int32 = 0
  package var fullyLabeledReplicas: Int32 = 0
  package var readyReplicas: Int32 = 0
  package var availableReplicas: Int32 = 0
  package var terminatingReplicas: Int32?
  package var observedGeneration: Int64 = 0
  package var conditions: [ReplicaSetCondition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("replicas", &replicas)
    fields.field("fullyLabeledReplicas", &fullyLabeledReplicas)
    fields.field("readyReplicas", &readyReplicas)
    fields.field("availableReplicas", &availableReplicas)
    fields.field("terminatingReplicas", &terminatingReplicas)
    fields.field("observedGeneration", &observedGeneration)
    fields.field("conditions", &conditions)
  }
}

/// One condition of a replica set.
package struct ReplicaSetCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}
