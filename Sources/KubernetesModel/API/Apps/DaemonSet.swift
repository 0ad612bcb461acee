/// One pod on each node that fits.
package struct DaemonSet: KubernetesObject {
  package static let kind = "DaemonSet"
  package static let apiVersion = "apps/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = DaemonSetSpec()
  package var status = DaemonSetStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// Which pod a daemon set runs, and how it replaces it.
package struct DaemonSetSpec: APIStruct {
  package var selector: LabelSelector?
  package var template = PodTemplateSpec()
  package var updateStrategy = DaemonSetUpdateStrategy()
  package var minReadySeconds: Int32 = 0
  package var revisionHistoryLimit: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("selector", &selector)
    fields.required("template", &template)
    fields.field("updateStrategy", &updateStrategy)
    fields.field("minReadySeconds", &minReadySeconds)
    fields.field("revisionHistoryLimit", &revisionHistoryLimit)
  }
}

/// How a daemon set replaces its pods.
package struct DaemonSetUpdateStrategy: APIStruct {
  package var type: String = ""
  package var rollingUpdate: RollingUpdateDaemonSet?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("type", &type)
    fields.field("rollingUpdate", &rollingUpdate)
  }
}

/// How many nodes may lack the pod, or have two, during a rollout.
package struct RollingUpdateDaemonSet: APIStruct {
  package var maxUnavailable: IntOrString?
  package var maxSurge: IntOrString?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("maxUnavailable", &maxUnavailable)
    fields.field("maxSurge", &maxSurge)
  }
}

/// On how many nodes a daemon set runs, should run and should not run.
package struct DaemonSetStatus: APIStruct {
  package var currentNumberScheduled: Int32 = 0
  package var numberMisscheduled: Int32 = 0
  package var desiredNumberScheduled: Int32 = 0
  package var numberReady: Int32 = 0
  package var observedGeneration: Int64 = 0
  package var updatedNumberScheduled: Int32 = 0
  package var numberAvailable: Int32 = 0
  package var numberUnavailable: Int32 = 0
  package var collisionCount: Int32?
  package var conditions: [DaemonSetCondition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("currentNumberScheduled", &currentNumberScheduled)
    fields.required("numberMisscheduled", &numberMisscheduled)
    fields.required("desiredNumberScheduled", &desiredNumberScheduled)
    fields.required("numberReady", &numberReady)
    fields.field("observedGeneration", &observedGeneration)
    fields.field("updatedNumberScheduled", &updatedNumberScheduled)
    fields.field("numberAvailable", &numberAvailable)
    fields.field("numberUnavailable", &numberUnavailable)
    fields.field("collisionCount", &collisionCount)
    fields.field("conditions", &conditions)
  }
}

/// One condition of a daemon set.
package struct DaemonSetCondition: APIStruct {
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
