/// Numbered pods with storage of their own.
package struct StatefulSet: KubernetesObject {
  package static let kind = "StatefulSet"
  package static let apiVersion = "apps/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = StatefulSetSpec()
  package var status = StatefulSetStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// How many pods a stateful set keeps, which, and with which claims.
package struct StatefulSetSpec: APIStruct {
  package var replicas: Int32?
  package var selector: LabelSelector?
  package var template = PodTemplateSpec()
  package var volumeClaimTemplates: [PersistentVolumeClaim] = []
  package var serviceName: String = ""
  package var podManagementPolicy: String = ""
  package var updateStrategy = StatefulSetUpdateStrategy()
  package var revisionHistoryLimit: Int32?
  package var minReadySeconds: Int32 = 0
  package var persistentVolumeClaimRetentionPolicy: StatefulSetPersistentVolumeClaimRetentionPolicy?
  package var ordinals: StatefulSetOrdinals?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("replicas", &replicas)
    fields.required("selector", &selector)
    fields.required("template", &template)
    fields.field("volumeClaimTemplates", &volumeClaimTemplates)
    fields.required("serviceName", &serviceName)
    fields.field("podManagementPolicy", &podManagementPolicy)
    fields.field("updateStrategy", &updateStrategy)
    fields.field("revisionHistoryLimit", &revisionHistoryLimit)
    fields.field("minReadySeconds", &minReadySeconds)
    fields.field("persistentVolumeClaimRetentionPolicy", &persistentVolumeClaimRetentionPolicy)
    fields.field("ordinals", &ordinals)
  }
}

/// How a stateful set replaces its pods.
package struct StatefulSetUpdateStrategy: APIStruct {
  package var type: String = ""
  package var rollingUpdate: RollingUpdateStatefulSetStrategy?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("type", &type)
    fields.field("rollingUpdate", &rollingUpdate)
  }
}

/// Which pods of a stateful set are replaced, and how many at once.
package struct RollingUpdateStatefulSetStrategy: APIStruct {
  package var partition: Int32?
  package var maxUnavailable: IntOrString?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("partition", &partition)
    fields.field("maxUnavailable", &maxUnavailable)
  }
}

/// What happens to claims when a stateful set shrinks or goes.
package struct StatefulSetPersistentVolumeClaimRetentionPolicy: APIStruct {
  package var whenDeleted: String = ""
  package var whenScaled: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("whenDeleted", &whenDeleted)
    fields.field("whenScaled", &whenScaled)
  }
}

/// The number that a stateful set's first pod has.
package struct StatefulSetOrdinals: APIStruct {
  package var start: Int32 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("start", &start)
  }
}

/// How far a stateful set has got.
package struct StatefulSetStatus: APIStruct {
  package var observedGeneration: Int64 = 0
  package var replicas: Int32 = 0
  package var readyReplicas: Int32 = 0
  package var currentReplicas: Int32 = 0
  package var updatedReplicas: Int32 = 0
  package var currentRevision: String = ""
  package var updateRevision: String = ""
  package var collisionCount: Int32?
  package var conditions: [StatefulSetCondition] = []
  package var availableReplicas: Int32 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("observedGeneration", &observedGeneration)
    fields.required("replicas", &replicas)
    fields.field("readyReplicas", &readyReplicas)
    fields.field("currentReplicas", &currentReplicas)
    fields.field("updatedReplicas", &updatedReplicas)
    fields.field("currentRevision", &currentRevision)
    fields.field("updateRevision", &updateRevision)
    fields.field("collisionCount", &collisionCount)
    fields.field("conditions", &conditions)
    fields.required("availableReplicas", &availableReplicas)
  }
}

/// One condition of a stateful set.
package struct StatefulSetCondition: APIStruct {
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
