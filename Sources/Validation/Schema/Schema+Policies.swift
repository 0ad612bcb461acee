extension Schema {
  /// The types of `policy/v1`, `networking/v1`, `rbac.authorization.k8s.io/v1` and lesser groups.
  static let policies = """
    package v1
    PodDisruptionBudget kind:string apiVersion:string metadata:ObjectMeta
      spec:PodDisruptionBudgetSpec status:PodDisruptionBudgetStatus
    PodDisruptionBudgetSpec minAvailable:IntOrString selector:LabelSelector
      maxUnavailable:IntOrString unhealthyPodEvictionPolicy:UnhealthyPodEvictionPolicyType
    PodDisruptionBudgetStatus observedGeneration:int64 disruptedPods:{}Time
      disruptionsAllowed:int32 currentHealthy:int32 desiredHealthy:int32 expectedPods:int32
      conditions:[]Condition
    NetworkPolicy kind:string apiVersion:string metadata:ObjectMeta spec:NetworkPolicySpec
    Ingress kind:string apiVersion:string metadata:ObjectMeta spec:IngressSpec
      status:IngressStatus
    IngressClass kind:string apiVersion:string metadata:ObjectMeta spec:IngressClassSpec
    NetworkPolicySpec podSelector:LabelSelector ingress:[]NetworkPolicyIngressRule
      egress:[]NetworkPolicyEgressRule policyTypes:[]PolicyType
    IngressSpec ingressClassName:string defaultBackend:IngressBackend tls:[]IngressTLS
      rules:[]IngressRule
    IngressStatus loadBalancer:IngressLoadBalancerStatus
    IngressClassSpec controller:string parameters:IngressClassParametersReference
    NetworkPolicyEgressRule ports:[]NetworkPolicyPort to:[]NetworkPolicyPeer
    NetworkPolicyIngressRule ports:[]NetworkPolicyPort from:[]NetworkPolicyPeer
    IngressBackend service:IngressServiceBackend resource:TypedLocalObjectReference
    IngressRule host:string IngressRuleValue{ http:HTTPIngressRuleValue }
    IngressTLS hosts:[]string secretName:string
    IngressLoadBalancerStatus ingress:[]IngressLoadBalancerIngress
    IngressClassParametersReference apiGroup:string kind:string name:string scope:string
      namespace:string
    NetworkPolicyPeer podSelector:LabelSelector namespaceSelector:LabelSelector ipBlock:IPBlock
    NetworkPolicyPort protocol:Protocol port:IntOrString endPort:int32
    IngressServiceBackend name:string port:ServiceBackendPort
    HTTPIngressRuleValue paths:[]HTTPIngressPath
    IngressLoadBalancerIngress ip:string hostname:string ports:[]IngressPortStatus
    IPBlock cidr:string except:[]string
    ServiceBackendPort name:string number:int32
    HTTPIngressPath path:string pathType:PathType backend:IngressBackend
    IngressPortStatus port:int32 protocol:Protocol error:string
    Role kind:string apiVersion:string metadata:ObjectMeta rules:[]PolicyRule
    ClusterRole kind:string apiVersion:string metadata:ObjectMeta rules:[]PolicyRule
      aggregationRule:AggregationRule
    RoleBinding kind:string apiVersion:string metadata:ObjectMeta subjects:[]Subject
      roleRef:RoleRef
    ClusterRoleBinding kind:string apiVersion:string metadata:ObjectMeta subjects:[]Subject
      roleRef:RoleRef
    PolicyRule verbs:[]string apiGroups:[]string resources:[]string resourceNames:[]string
      nonResourceURLs:[]string
    AggregationRule clusterRoleSelectors:[]LabelSelector
    RoleRef apiGroup:string kind:string name:string
    Subject kind:string apiGroup:string name:string namespace:string
    PriorityClass kind:string apiVersion:string metadata:ObjectMeta value:int32
      globalDefault:bool description:string preemptionPolicy:PreemptionPolicy
    StorageClass kind:string apiVersion:string metadata:ObjectMeta provisioner:string
      parameters:{}string reclaimPolicy:PersistentVolumeReclaimPolicy mountOptions:[]string
      allowVolumeExpansion:bool volumeBindingMode:VolumeBindingMode
      allowedTopologies:[]TopologySelectorTerm
    CSIDriver kind:string apiVersion:string metadata:ObjectMeta spec:CSIDriverSpec
    CSIDriverSpec attachRequired:bool podInfoOnMount:bool volumeLifecycleModes:[]VolumeLifecycleMode
      storageCapacity:bool fsGroupPolicy:FSGroupPolicy tokenRequests:[]TokenRequest
      requiresRepublish:bool seLinuxMount:bool nodeAllocatableUpdatePeriodSeconds:int64
      serviceAccountTokenInSecrets:bool preventPodSchedulingIfMissing:bool
    TokenRequest audience:string expirationSeconds:int64
    ObjectMeta name:string generateName:string namespace:string selfLink:string uid:types.UID
      resourceVersion:string generation:int64 creationTimestamp:Time deletionTimestamp:Time
      deletionGracePeriodSeconds:int64 labels:{}string annotations:{}string
      ownerReferences:[]OwnerReference finalizers:[]string managedFields:[]ManagedFieldsEntry
    ManagedFieldsEntry manager:string operation:ManagedFieldsOperationType apiVersion:string
      time:Time fieldsType:string fieldsV1:any subresource:string
    OwnerReference apiVersion:string kind:string name:string uid:types.UID controller:bool
      blockOwnerDeletion:bool
    LabelSelector matchLabels:{}string matchExpressions:[]LabelSelectorRequirement
    Condition type:string status:ConditionStatus observedGeneration:int64
      lastTransitionTime:Time reason:string message:string
    LabelSelectorRequirement key:string operator:LabelSelectorOperator values:[]string
    = string UnhealthyPodEvictionPolicyType PolicyType PathType VolumeBindingMode
      ManagedFieldsOperationType LabelSelectorOperator VolumeLifecycleMode FSGroupPolicy
    """
}
