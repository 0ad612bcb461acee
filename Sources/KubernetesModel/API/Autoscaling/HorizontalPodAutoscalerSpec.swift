/// What is scaled, between which bounds, and by which metrics.
package struct HorizontalPodAutoscalerSpec: APIStruct {
  package var scaleTargetRef = CrossVersionObjectReference()
  package var minReplicas: Int32?
  package var maxReplicas: Int32 = 0
  package var metrics: [MetricSpec] = []
  package var behavior: HorizontalPodAutoscalerBehavior?
  /// The only target that `autoscaling/v1` knows, in percent of the requests.
  package var targetCPUUtilizationPercentage: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("scaleTargetRef", &scaleTargetRef)
    fields.field("minReplicas", &minReplicas)
    fields.required("maxReplicas", &maxReplicas)
    fields.field("metrics", &metrics)
    fields.field("behavior", &behavior)
    fields.alias("targetCPUUtilizationPercentage", &targetCPUUtilizationPercentage)
  }
}

/// A metric to scale by, and its target.
package struct MetricSpec: APIStruct {
  package var type: String = ""
  @Boxed package var object: ObjectMetricSource?
  @Boxed package var pods: PodsMetricSource?
  @Boxed package var resource: ResourceMetricSource?
  @Boxed package var containerResource: ContainerResourceMetricSource?
  @Boxed package var external: ExternalMetricSource?

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

/// A metric of one object.
package struct ObjectMetricSource: APIStruct {
  package var describedObject = CrossVersionObjectReference()
  package var target = MetricTarget()
  package var metric = MetricIdentifier()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("describedObject", &describedObject)
    fields.required("target", &target)
    fields.required("metric", &metric)
  }
}

/// A metric averaged over pods.
package struct PodsMetricSource: APIStruct {
  package var metric = MetricIdentifier()
  package var target = MetricTarget()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metric", &metric)
    fields.required("target", &target)
  }
}

/// The use of a resource by pods.
package struct ResourceMetricSource: APIStruct {
  package var name: String = ""
  package var target = MetricTarget()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("target", &target)
  }
}

/// The use of a resource by one container of each pod.
package struct ContainerResourceMetricSource: APIStruct {
  package var name: String = ""
  package var target = MetricTarget()
  package var container: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("target", &target)
    fields.required("container", &container)
  }
}

/// A metric from outside the cluster.
package struct ExternalMetricSource: APIStruct {
  package var metric = MetricIdentifier()
  package var target = MetricTarget()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metric", &metric)
    fields.required("target", &target)
  }
}

/// How fast an autoscaler may act, up and down.
package struct HorizontalPodAutoscalerBehavior: APIStruct {
  @Boxed package var scaleUp: HPAScalingRules?
  @Boxed package var scaleDown: HPAScalingRules?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("scaleUp", &scaleUp)
    fields.field("scaleDown", &scaleDown)
  }
}

/// How fast an autoscaler may act in one direction.
package struct HPAScalingRules: APIStruct {
  package var stabilizationWindowSeconds: Int32?
  package var selectPolicy: String?
  package var policies: [HPAScalingPolicy] = []
  package var tolerance: Quantity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("stabilizationWindowSeconds", &stabilizationWindowSeconds)
    fields.field("selectPolicy", &selectPolicy)
    fields.field("policies", &policies)
    fields.field("tolerance", &tolerance)
  }
}

/// One bound on the speed of an autoscaler.
package struct HPAScalingPolicy: APIStruct {
  package var type: String = ""
  package var value: Int32 = 0
  package var periodSeconds: Int32 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("value", &value)
    fields.required("periodSeconds", &periodSeconds)
  }
}
