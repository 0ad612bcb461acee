extension Schema {
  /// The types of `apps/v1` and `batch/v1`.
  static let workloads = """
    package v1
    Deployment kind:string apiVersion:string metadata:ObjectMeta spec:DeploymentSpec
      status:DeploymentStatus
    StatefulSet kind:string apiVersion:string metadata:ObjectMeta spec:StatefulSetSpec
      status:StatefulSetStatus
    DaemonSet kind:string apiVersion:string metadata:ObjectMeta spec:DaemonSetSpec
      status:DaemonSetStatus
    ReplicaSet kind:string apiVersion:string metadata:ObjectMeta spec:ReplicaSetSpec
      status:ReplicaSetStatus
    DeploymentSpec replicas:int32 selector:LabelSelector template:PodTemplateSpec
      strategy:DeploymentStrategy minReadySeconds:int32 revisionHistoryLimit:int32 paused:bool
      progressDeadlineSeconds:int32
    DeploymentStatus observedGeneration:int64 replicas:int32 updatedReplicas:int32
      readyReplicas:int32 availableReplicas:int32 unavailableReplicas:int32
      terminatingReplicas:int32 conditions:[]DeploymentCondition collisionCount:int32
    StatefulSetSpec replicas:int32 selector:LabelSelector template:PodTemplateSpec
      volumeClaimTemplates:[]PersistentVolumeClaim serviceName:string
      podManagementPolicy:PodManagementPolicyType updateStrategy:StatefulSetUpdateStrategy
      revisionHistoryLimit:int32 minReadySeconds:int32
      persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy
      ordinals:StatefulSetOrdinals
    StatefulSetStatus observedGeneration:int64 replicas:int32 readyReplicas:int32
      currentReplicas:int32 updatedReplicas:int32 currentRevision:string updateRevision:string
      collisionCount:int32 conditions:[]StatefulSetCondition availableReplicas:int32
    DaemonSetSpec selector:LabelSelector template:PodTemplateSpec
      updateStrategy:DaemonSetUpdateStrategy minReadySeconds:int32 revisionHistoryLimit:int32
    DaemonSetStatus currentNumberScheduled:int32 numberMisscheduled:int32
      desiredNumberScheduled:int32 numberReady:int32 observedGeneration:int64
      updatedNumberScheduled:int32 numberAvailable:int32 numberUnavailable:int32
      collisionCount:int32 conditions:[]DaemonSetCondition
    ReplicaSetSpec replicas:int32 minReadySeconds:int32 selector:LabelSelector
      template:PodTemplateSpec
    ReplicaSetStatus replicas:int32 fullyLabeledReplicas:int32 readyReplicas:int32
      availableReplicas:int32 terminatingReplicas:int32 observedGeneration:int64
      conditions:[]ReplicaSetCondition
    DeploymentStrategy type:DeploymentStrategyType rollingUpdate:RollingUpdateDeployment
    DeploymentCondition type:DeploymentConditionType status:ConditionStatus lastUpdateTime:Time
      lastTransitionTime:Time reason:string message:string
    StatefulSetOrdinals start:int32
    StatefulSetPersistentVolumeClaimRetentionPolicy
      whenDeleted:PersistentVolumeClaimRetentionPolicyType
      whenScaled:PersistentVolumeClaimRetentionPolicyType
    StatefulSetUpdateStrategy type:StatefulSetUpdateStrategyType
      rollingUpdate:RollingUpdateStatefulSetStrategy
    StatefulSetCondition type:StatefulSetConditionType status:ConditionStatus
      lastTransitionTime:Time reason:string message:string
    DaemonSetUpdateStrategy type:DaemonSetUpdateStrategyType
      rollingUpdate:RollingUpdateDaemonSet
    DaemonSetCondition type:DaemonSetConditionType status:ConditionStatus
      lastTransitionTime:Time reason:string message:string
    ReplicaSetCondition type:ReplicaSetConditionType status:ConditionStatus
      lastTransitionTime:Time reason:string message:string
    RollingUpdateDeployment maxUnavailable:IntOrString maxSurge:IntOrString
    RollingUpdateStatefulSetStrategy partition:int32 maxUnavailable:IntOrString
    RollingUpdateDaemonSet maxUnavailable:IntOrString maxSurge:IntOrString
    Job kind:string apiVersion:string metadata:ObjectMeta spec:JobSpec status:JobStatus
    CronJob kind:string apiVersion:string metadata:ObjectMeta spec:CronJobSpec
      status:CronJobStatus
    JobSpec parallelism:int32 completions:int32 activeDeadlineSeconds:int64
      podFailurePolicy:PodFailurePolicy successPolicy:SuccessPolicy backoffLimit:int32
      backoffLimitPerIndex:int32 maxFailedIndexes:int32 selector:LabelSelector
      manualSelector:bool template:PodTemplateSpec ttlSecondsAfterFinished:int32
      completionMode:CompletionMode suspend:bool podReplacementPolicy:PodReplacementPolicy
      managedBy:string
    JobStatus conditions:[]JobCondition startTime:Time completionTime:Time active:int32
      succeeded:int32 failed:int32 terminating:int32 completedIndexes:string
      failedIndexes:string uncountedTerminatedPods:UncountedTerminatedPods ready:int32
    CronJobSpec schedule:string timeZone:string startingDeadlineSeconds:int64
      concurrencyPolicy:ConcurrencyPolicy suspend:bool jobTemplate:JobTemplateSpec
      successfulJobsHistoryLimit:int32 failedJobsHistoryLimit:int32
    CronJobStatus active:[]ObjectReference lastScheduleTime:Time lastSuccessfulTime:Time
    PodFailurePolicy rules:[]PodFailurePolicyRule
    SuccessPolicy rules:[]SuccessPolicyRule
    JobCondition type:JobConditionType status:ConditionStatus lastProbeTime:Time
      lastTransitionTime:Time reason:string message:string
    UncountedTerminatedPods succeeded:[]types.UID failed:[]types.UID
    JobTemplateSpec metadata:ObjectMeta spec:JobSpec
    PodFailurePolicyRule action:PodFailurePolicyAction
      onExitCodes:PodFailurePolicyOnExitCodesRequirement
      onPodConditions:[]PodFailurePolicyOnPodConditionsPattern
    SuccessPolicyRule succeededIndexes:string succeededCount:int32
    PodFailurePolicyOnExitCodesRequirement containerName:string
      operator:PodFailurePolicyOnExitCodesOperator values:[]int32
    PodFailurePolicyOnPodConditionsPattern type:PodConditionType status:ConditionStatus
    = string PodManagementPolicyType DeploymentStrategyType DeploymentConditionType
      PersistentVolumeClaimRetentionPolicyType StatefulSetUpdateStrategyType
      StatefulSetConditionType DaemonSetUpdateStrategyType DaemonSetConditionType
      ReplicaSetConditionType CompletionMode PodReplacementPolicy ConcurrencyPolicy
      JobConditionType PodFailurePolicyAction PodFailurePolicyOnExitCodesOperator
    """
}
