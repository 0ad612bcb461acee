/// A number of equal pods, in the old form.
package struct ReplicationController: KubernetesObject {
  package static let kind = "ReplicationController"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ReplicationControllerSpec()
  package var status = ReplicationControllerStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// How many pods a replication controller keeps, and which.
package struct ReplicationControllerSpec: APIStruct {
  package var replicas: Int32?
  package var minReadySeconds: Int32 = 0
  package var selector: [String: String] = [:]
  @Boxed package var template: PodTemplateSpec?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("replicas", &replicas)
    fields.field("minReadySeconds", &minReadySeconds)
    fields.field("selector", &selector)
    fields.field("template", &template)
  }
}

/// How many pods of a replication controller are there, ready and available.
package struct ReplicationControllerStatus: APIStruct {
  package var replicas: Int32 = 0
  package var fullyLabeledReplicas: Int32 = 0
  package var readyReplicas: Int32 = 0
  package var availableReplicas: Int32 = 0
  package var observedGeneration: Int64 = 0
  package var conditions: [ReplicationControllerCondition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("replicas", &replicas)
    fields.field("fullyLabeledReplicas", &fullyLabeledReplicas)
    fields.field("readyReplicas", &readyReplicas)
    fields.field("availableReplicas", &availableReplicas)
    fields.field("observedGeneration", &observedGeneration)
    fields.field("conditions", &conditions)
  }
}

/// One condition of a replication controller.
package struct ReplicationControllerCondition: APIStruct {
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
