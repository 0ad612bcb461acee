/// A rule that scales a workload by metrics.
package struct HorizontalPodAutoscaler: KubernetesObject {
  package static let kind = "HorizontalPodAutoscaler"
  package static let apiVersion = "autoscaling/v2"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = HorizontalPodAutoscalerSpec()
  package var status = HorizontalPodAutoscalerStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// What an autoscaler last saw and wanted.
package struct HorizontalPodAutoscalerStatus: APIStruct {
  package var observedGeneration: Int64?
  package var lastScaleTime: Timestamp?
  package var currentReplicas: Int32 = 0
  package var desiredReplicas: Int32 = 0
  package var currentMetrics: [MetricStatus] = []
  package var conditions: [HorizontalPodAutoscalerCondition] = []
  /// The only measure that `autoscaling/v1` knows, in percent of the requests.
  package var currentCPUUtilizationPercentage: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("observedGeneration", &observedGeneration)
    fields.field("lastScaleTime", &lastScaleTime)
    fields.field("currentReplicas", &currentReplicas)
    fields.required("desiredReplicas", &desiredReplicas)
    fields.required("currentMetrics", &currentMetrics)
    fields.field("conditions", &conditions)
    fields.alias("currentCPUUtilizationPercentage", &currentCPUUtilizationPercentage)
  }
}

/// The last value of a metric.
package struct MetricStatus: APIStruct {
  package var type: String = ""
  @Boxed package var object: ObjectMetricStatus?
  @Boxed package var pods: PodsMetricStatus?
  @Boxed package var resource: ResourceMetricStatus?
  @Boxed package var containerResource: ContainerResourceMetricStatus?
  @Boxed package var external: ExternalMetricStatus?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.field("object", &object)
    fields.field("pods", &pods)
    fields.field("resource", &resource)
    fields.field("containerResource", &containerResource)
    fields.field("external", &external)
  }
}

/// The last value of a metric of one object.
package struct ObjectMetricStatus: APIStruct {
  package var metric = MetricIdentifier()
  package var current = MetricValueStatus()
  package var describedObject = CrossVersionObjectReference()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metric", &metric)
    fields.required("current", &current)
    fields.required("describedObject", &describedObject)
  }
}

/// The last value of a metric averaged over pods.
package struct PodsMetricStatus: APIStruct {
  package var metric = MetricIdentifier()
  package var current = MetricValueStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metric", &metric)
    fields.required("current", &current)
  }
}

/// The last use of a resource by pods.
package struct ResourceMetricStatus: APIStruct {
  package var name: String = ""
  package var current = MetricValueStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("current", &current)
  }
}

/// The last use of a resource by one container of each pod.
package struct ContainerResourceMetricStatus: APIStruct {
  package var name: String = ""
  package var current = MetricValueStatus()
  package var container: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("current", &current)
    fields.required("container", &container)
  }
}

/// The last value of a metric from outside the cluster.
package struct ExternalMetricStatus: APIStruct {
  package var metric = MetricIdentifier()
  package var current = MetricValueStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metric", &metric)
    fields.required("current", &current)
  }
}

/// One condition of an autoscaler.
package struct HorizontalPodAutoscalerCondition: APIStruct {
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
