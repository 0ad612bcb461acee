extension Schema {
  /// The types of `flowcontrol.apiserver.k8s.io/v1`.
  static let flows = """
    package v1
    FlowSchema kind:string apiVersion:string metadata:ObjectMeta spec:FlowSchemaSpec status:any
    FlowSchemaSpec priorityLevelConfiguration:PriorityLevelConfigurationReference
      matchingPrecedence:int32 distinguisherMethod:FlowDistinguisherMethod
      rules:[]PolicyRulesWithSubjects
    PriorityLevelConfigurationReference name:string
    FlowDistinguisherMethod type:FlowDistinguisherMethodType
    PolicyRulesWithSubjects subjects:[]Subject#flowcontrol resourceRules:[]ResourcePolicyRule
      nonResourceRules:[]NonResourcePolicyRule
    Subject#flowcontrol kind:SubjectKind user:UserSubject group:GroupSubject
      serviceAccount:ServiceAccountSubject
    UserSubject name:string
    GroupSubject name:string
    ServiceAccountSubject namespace:string name:string
    ResourcePolicyRule verbs:[]string apiGroups:[]string resources:[]string clusterScope:bool
      namespaces:[]string
    NonResourcePolicyRule verbs:[]string nonResourceURLs:[]string
    PriorityLevelConfiguration kind:string apiVersion:string metadata:ObjectMeta
      spec:PriorityLevelConfigurationSpec status:any
    PriorityLevelConfigurationSpec type:PriorityLevelEnablement
      limited:LimitedPriorityLevelConfiguration exempt:ExemptPriorityLevelConfiguration
    LimitedPriorityLevelConfiguration nominalConcurrencyShares:int32 limitResponse:LimitResponse
      lendablePercent:int32 borrowingLimitPercent:int32
    ExemptPriorityLevelConfiguration nominalConcurrencyShares:int32 lendablePercent:int32
    LimitResponse type:LimitResponseType queuing:QueuingConfiguration
    QueuingConfiguration queues:int32 handSize:int32 queueLengthLimit:int32
    = string FlowDistinguisherMethodType SubjectKind PriorityLevelEnablement LimitResponseType
    """
}
