extension Schema {
  /// The types of `autoscaling/v2`.
  static let autoscaling = """
    package v2
    HorizontalPodAutoscaler kind:string apiVersion:string metadata:ObjectMeta
      spec:HorizontalPodAutoscalerSpec status:HorizontalPodAutoscalerStatus
    HorizontalPodAutoscalerSpec scaleTargetRef:CrossVersionObjectReference minReplicas:int32
      maxReplicas:int32 metrics:[]MetricSpec behavior:HorizontalPodAutoscalerBehavior
    HorizontalPodAutoscalerStatus observedGeneration:int64 lastScaleTime:Time
      currentReplicas:int32 desiredReplicas:int32 currentMetrics:[]MetricStatus
      conditions:[]HorizontalPodAutoscalerCondition
    CrossVersionObjectReference kind:string name:string apiVersion:string
    HorizontalPodAutoscalerBehavior scaleUp:HPAScalingRules scaleDown:HPAScalingRules
    MetricSpec type:MetricSourceType object:ObjectMetricSource pods:PodsMetricSource
      resource:ResourceMetricSource containerResource:ContainerResourceMetricSource
      external:ExternalMetricSource
    HorizontalPodAutoscalerCondition type:HorizontalPodAutoscalerConditionType
      status:ConditionStatus lastTransitionTime:Time reason:string message:string
    MetricStatus type:MetricSourceType object:ObjectMetricStatus pods:PodsMetricStatus
      resource:ResourceMetricStatus containerResource:ContainerResourceMetricStatus
      external:ExternalMetricStatus
    HPAScalingRules stabilizationWindowSeconds:int32 selectPolicy:ScalingPolicySelect
      policies:[]HPAScalingPolicy tolerance:Quantity
    ContainerResourceMetricSource name:ResourceName target:MetricTarget container:string
    ExternalMetricSource metric:MetricIdentifier target:MetricTarget
    ObjectMetricSource describedObject:CrossVersionObjectReference target:MetricTarget
      metric:MetricIdentifier
    PodsMetricSource metric:MetricIdentifier target:MetricTarget
    ResourceMetricSource name:ResourceName target:MetricTarget
    ContainerResourceMetricStatus name:ResourceName current:MetricValueStatus container:string
    ExternalMetricStatus metric:MetricIdentifier current:MetricValueStatus
    ObjectMetricStatus metric:MetricIdentifier current:MetricValueStatus
      describedObject:CrossVersionObjectReference
    PodsMetricStatus metric:MetricIdentifier current:MetricValueStatus
    ResourceMetricStatus name:ResourceName current:MetricValueStatus
    HPAScalingPolicy type:HPAScalingPolicyType value:int32 periodSeconds:int32
    MetricTarget type:MetricTargetType value:Quantity averageValue:Quantity
      averageUtilization:int32
    MetricIdentifier name:string selector:LabelSelector
    MetricValueStatus value:Quantity averageValue:Quantity averageUtilization:int32
    = string MetricSourceType HorizontalPodAutoscalerConditionType ScalingPolicySelect
      HPAScalingPolicyType MetricTargetType
    """
}
