/// Equal pods, rolled out in steps.
package struct Deployment: KubernetesObject {
  package static let kind = "Deployment"
  package static let apiVersion = "apps/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = DeploymentSpec()
  package var status = DeploymentStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// How many pods a deployment keeps, which, and how it replaces them.
package struct DeploymentSpec: APIStruct {
  package var replicas: Int32?
  package var selector: LabelSelector?
  package var template = PodTemplateSpec()
  package var strategy = DeploymentStrategy()
  package var minReadySeconds: Int32 = 0
  package var revisionHistoryLimit: Int32?
  package var paused: Bool = false
  package var progressDeadlineSeconds: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("replicas", &replicas)
    fields.required("selector", &selector)
    fields.required("template", &template)
    fields.field("strategy", &strategy)
    fields.field("minReadySeconds", &minReadySeconds)
    fields.field("revisionHistoryLimit", &revisionHistoryLimit)
    fields.field("paused", &paused)
    fields.field("progressDeadlineSeconds", &progressDeadlineSeconds)
  }
}

/// How a deployment replaces its pods.
package struct DeploymentStrategy: APIStruct {
  package var type: String = ""
  package var rollingUpdate: RollingUpdateDeployment?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("type", &type)
    fields.field("rollingUpdate", &rollingUpdate)
  }
}

/// How many pods may be missing or too many during a rollout.
package struct RollingUpdateDeployment: APIStruct {
  package var maxUnavailable: IntOrString?
  package var maxSurge: IntOrString?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("maxUnavailable", &maxUnavailable)
    fields.field("maxSurge", &maxSurge)
  }
}

/// How far the rollout of a deployment has got.
package struct DeploymentStatus: APIStruct {
  package var observedGeneration: Int64 = 0
  package var replicas: Int32 = 0
  package var updatedReplicas: Int32 = 0
  package var readyReplicas: Int32 = 0
  package var availableReplicas: Int32 = 0
  package var unavailableReplicas: Int32 = 0
  package var terminatingReplicas: Int32?
  package var conditions: [DeploymentCondition] = []
  package var collisionCount: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("observedGeneration", &observedGeneration)
    fields.field("replicas", &replicas)
    fields.field("updatedReplicas", &updatedReplicas)
    fields.field("readyReplicas", &readyReplicas)
    fields.field("availableReplicas", &availableReplicas)
    fields.field("unavailableReplicas", &unavailableReplicas)
    fields.field("terminatingReplicas", &terminatingReplicas)
    fields.field("conditions", &conditions)
    fields.field("collisionCount", &collisionCount)
  }
}

/// One condition of a deployment.
package struct DeploymentCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastUpdateTime: Timestamp?
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastUpdateTime", &lastUpdateTime)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}
