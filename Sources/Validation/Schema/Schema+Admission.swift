extension Schema {
  /// The types of `admissionregistration.k8s.io/v1` and `apiextensions.k8s.io/v1`.
  ///
  /// What schemas of custom kinds hold is judged by `CustomSchemaRules`; unknown fields in it are not looked for.
  static let admission = """
    package v1
    ValidatingWebhookConfiguration kind:string apiVersion:string metadata:ObjectMeta
      webhooks:[]ValidatingWebhook
    MutatingWebhookConfiguration kind:string apiVersion:string metadata:ObjectMeta
      webhooks:[]MutatingWebhook
    ValidatingWebhook name:string clientConfig:WebhookClientConfig rules:[]RuleWithOperations
      failurePolicy:FailurePolicyType matchPolicy:MatchPolicyType namespaceSelector:LabelSelector
      objectSelector:LabelSelector sideEffects:SideEffectClass timeoutSeconds:int32
      admissionReviewVersions:[]string matchConditions:[]MatchCondition
    MutatingWebhook name:string clientConfig:WebhookClientConfig rules:[]RuleWithOperations
      failurePolicy:FailurePolicyType matchPolicy:MatchPolicyType namespaceSelector:LabelSelector
      objectSelector:LabelSelector sideEffects:SideEffectClass timeoutSeconds:int32
      admissionReviewVersions:[]string reinvocationPolicy:ReinvocationPolicyType
      matchConditions:[]MatchCondition
    WebhookClientConfig url:string service:ServiceReference caBundle:bytes
    ServiceReference namespace:string name:string path:string port:int32
    RuleWithOperations operations:[]OperationType Rule{ apiGroups:[]string apiVersions:[]string
      resources:[]string scope:ScopeType }
    MatchCondition name:string expression:string
    ValidatingAdmissionPolicy kind:string apiVersion:string metadata:ObjectMeta
      spec:ValidatingAdmissionPolicySpec status:any
    ValidatingAdmissionPolicySpec paramKind:ParamKind matchConstraints:MatchResources
      validations:[]Validation failurePolicy:FailurePolicyType auditAnnotations:[]AuditAnnotation
      matchConditions:[]MatchCondition variables:[]Variable
    ParamKind apiVersion:string kind:string
    Validation expression:string message:string reason:StatusReason messageExpression:string
    Variable name:string expression:string
    AuditAnnotation key:string valueExpression:string
    ValidatingAdmissionPolicyBinding kind:string apiVersion:string metadata:ObjectMeta
      spec:ValidatingAdmissionPolicyBindingSpec
    ValidatingAdmissionPolicyBindingSpec policyName:string paramRef:ParamRef
      matchResources:MatchResources validationActions:[]ValidationAction
    MutatingAdmissionPolicy kind:string apiVersion:string metadata:ObjectMeta
      spec:MutatingAdmissionPolicySpec
    MutatingAdmissionPolicySpec paramKind:ParamKind matchConstraints:MatchResources
      variables:[]Variable mutations:[]Mutation failurePolicy:FailurePolicyType
      matchConditions:[]MatchCondition reinvocationPolicy:ReinvocationPolicyType
    Mutation patchType:PatchType applyConfiguration:ApplyConfiguration jsonPatch:JSONPatch
    ApplyConfiguration expression:string
    JSONPatch expression:string
    MutatingAdmissionPolicyBinding kind:string apiVersion:string metadata:ObjectMeta
      spec:MutatingAdmissionPolicyBindingSpec
    MutatingAdmissionPolicyBindingSpec policyName:string paramRef:ParamRef
      matchResources:MatchResources
    ParamRef name:string namespace:string selector:LabelSelector
      parameterNotFoundAction:ParameterNotFoundActionType
    MatchResources namespaceSelector:LabelSelector objectSelector:LabelSelector
      resourceRules:[]NamedRuleWithOperations excludeResourceRules:[]NamedRuleWithOperations
      matchPolicy:MatchPolicyType
    NamedRuleWithOperations resourceNames:[]string RuleWithOperations{ operations:[]OperationType
      apiGroups:[]string apiVersions:[]string resources:[]string scope:ScopeType }
    CustomResourceDefinition kind:string apiVersion:string metadata:ObjectMeta
      spec:CustomResourceDefinitionSpec status:any
    CustomResourceDefinitionSpec group:string names:CustomResourceDefinitionNames
      scope:ResourceScope versions:[]CustomResourceDefinitionVersion
      conversion:CustomResourceConversion preserveUnknownFields:bool
    CustomResourceDefinitionNames plural:string singular:string shortNames:[]string kind:string
      listKind:string categories:[]string
    CustomResourceDefinitionVersion name:string served:bool storage:bool deprecated:bool
      deprecationWarning:string schema:CustomResourceValidation
      subresources:CustomResourceSubresources
      additionalPrinterColumns:[]CustomResourceColumnDefinition selectableFields:[]SelectableField
    CustomResourceValidation openAPIV3Schema:any
    CustomResourceSubresources status:any scale:CustomResourceSubresourceScale
    CustomResourceSubresourceScale specReplicasPath:string statusReplicasPath:string
      labelSelectorPath:string
    CustomResourceColumnDefinition name:string type:string format:string description:string
      priority:int32 jsonPath:string
    SelectableField jsonPath:string
    CustomResourceConversion strategy:ConversionStrategyType webhook:WebhookConversion
    WebhookConversion clientConfig:WebhookClientConfig conversionReviewVersions:[]string
    = string FailurePolicyType MatchPolicyType SideEffectClass ReinvocationPolicyType OperationType
      ScopeType StatusReason ValidationAction ParameterNotFoundActionType ResourceScope
      ConversionStrategyType PatchType
    """
}
