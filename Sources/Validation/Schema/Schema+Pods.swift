extension Schema {
  /// What a pod template of `v1` may hold, but for volumes.
  static let pods = """
    package v1
    PodTemplateSpec metadata:ObjectMeta spec:PodSpec
    PodSpec volumes:[]Volume initContainers:[]Container containers:[]Container
      ephemeralContainers:[]EphemeralContainer restartPolicy:RestartPolicy
      terminationGracePeriodSeconds:int64 activeDeadlineSeconds:int64 dnsPolicy:DNSPolicy
      nodeSelector:{}string serviceAccountName:string serviceAccount:string
      automountServiceAccountToken:bool nodeName:string hostNetwork:bool hostPID:bool
      hostIPC:bool shareProcessNamespace:bool securityContext:PodSecurityContext
      imagePullSecrets:[]LocalObjectReference hostname:string subdomain:string affinity:Affinity
      schedulerName:string tolerations:[]Toleration hostAliases:[]HostAlias
      priorityClassName:string priority:int32 dnsConfig:PodDNSConfig
      readinessGates:[]PodReadinessGate runtimeClassName:string enableServiceLinks:bool
      preemptionPolicy:PreemptionPolicy overhead:ResourceList
      topologySpreadConstraints:[]TopologySpreadConstraint setHostnameAsFQDN:bool os:PodOS
      hostUsers:bool schedulingGates:[]PodSchedulingGate resourceClaims:[]PodResourceClaim
      resources:ResourceRequirements hostnameOverride:string schedulingGroup:PodSchedulingGroup
    Container name:string image:string command:[]string args:[]string workingDir:string
      ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements
      resizePolicy:[]ContainerResizePolicy restartPolicy:ContainerRestartPolicy
      restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount
      volumeDevices:[]VolumeDevice livenessProbe:Probe readinessProbe:Probe startupProbe:Probe
      lifecycle:Lifecycle terminationMessagePath:string
      terminationMessagePolicy:TerminationMessagePolicy imagePullPolicy:PullPolicy
      securityContext:SecurityContext stdin:bool stdinOnce:bool tty:bool
    EphemeralContainer EphemeralContainerCommon{ name:string image:string command:[]string args:[]string workingDir:string
      ports:[]ContainerPort envFrom:[]EnvFromSource env:[]EnvVar resources:ResourceRequirements
      resizePolicy:[]ContainerResizePolicy restartPolicy:ContainerRestartPolicy
      restartPolicyRules:[]ContainerRestartRule volumeMounts:[]VolumeMount
      volumeDevices:[]VolumeDevice livenessProbe:Probe readinessProbe:Probe startupProbe:Probe
      lifecycle:Lifecycle terminationMessagePath:string
      terminationMessagePolicy:TerminationMessagePolicy imagePullPolicy:PullPolicy
      securityContext:SecurityContext stdin:bool stdinOnce:bool tty:bool }
      targetContainerName:string
    PodSecurityContext seLinuxOptions:SELinuxOptions
      windowsOptions:WindowsSecurityContextOptions runAsUser:int64 runAsGroup:int64
      runAsNonRoot:bool supplementalGroups:[]int64
      supplementalGroupsPolicy:SupplementalGroupsPolicy fsGroup:int64 sysctls:[]Sysctl
      fsGroupChangePolicy:PodFSGroupChangePolicy seccompProfile:SeccompProfile
      appArmorProfile:AppArmorProfile seLinuxChangePolicy:PodSELinuxChangePolicy
    Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
    Toleration key:string operator:TolerationOperator value:string effect:TaintEffect
      tolerationSeconds:int64
    HostAlias ip:string hostnames:[]string
    PodDNSConfig nameservers:[]string searches:[]string options:[]PodDNSConfigOption
    PodReadinessGate conditionType:PodConditionType
    TopologySpreadConstraint maxSkew:int32 topologyKey:string
      whenUnsatisfiable:UnsatisfiableConstraintAction labelSelector:LabelSelector
      minDomains:int32 nodeAffinityPolicy:NodeInclusionPolicy
      nodeTaintsPolicy:NodeInclusionPolicy matchLabelKeys:[]string
    PodOS name:OSName
    PodSchedulingGate name:string
    PodResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
    ResourceRequirements limits:ResourceList requests:ResourceList claims:[]ResourceClaim
    PodSchedulingGroup podGroupName:string
    ContainerPort name:string hostPort:int32 containerPort:int32 protocol:Protocol hostIP:string
    EnvFromSource prefix:string configMapRef:ConfigMapEnvSource secretRef:SecretEnvSource
    EnvVar name:string value:string valueFrom:EnvVarSource
    ContainerResizePolicy resourceName:ResourceName restartPolicy:ResourceResizeRestartPolicy
    ContainerRestartRule action:ContainerRestartRuleAction
      exitCodes:ContainerRestartRuleOnExitCodes
    VolumeMount name:string readOnly:bool recursiveReadOnly:RecursiveReadOnlyMode
      mountPath:string subPath:string mountPropagation:MountPropagationMode subPathExpr:string
    VolumeDevice name:string devicePath:string
    Probe ProbeHandler{ exec:ExecAction httpGet:HTTPGetAction tcpSocket:TCPSocketAction
      grpc:GRPCAction } initialDelaySeconds:int32 timeoutSeconds:int32 periodSeconds:int32 successThreshold:int32
      failureThreshold:int32 terminationGracePeriodSeconds:int64
    Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:Signal
    SecurityContext capabilities:Capabilities privileged:bool seLinuxOptions:SELinuxOptions
      windowsOptions:WindowsSecurityContextOptions runAsUser:int64 runAsGroup:int64
      runAsNonRoot:bool readOnlyRootFilesystem:bool allowPrivilegeEscalation:bool
      procMount:ProcMountType seccompProfile:SeccompProfile appArmorProfile:AppArmorProfile
    SELinuxOptions user:string role:string type:string level:string
    WindowsSecurityContextOptions gmsaCredentialSpecName:string gmsaCredentialSpec:string
      runAsUserName:string hostProcess:bool
    Sysctl name:string value:string
    SeccompProfile type:SeccompProfileType localhostProfile:string
    AppArmorProfile type:AppArmorProfileType localhostProfile:string
    NodeAffinity requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
      preferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
    PodAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
      preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
    PodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm
      preferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
    PodDNSConfigOption name:string value:string
    ResourceClaim name:string request:string
    ConfigMapEnvSource LocalObjectReference{ name:string } optional:bool
    SecretEnvSource LocalObjectReference{ name:string } optional:bool
    EnvVarSource fieldRef:ObjectFieldSelector resourceFieldRef:ResourceFieldSelector
      configMapKeyRef:ConfigMapKeySelector secretKeyRef:SecretKeySelector
      fileKeyRef:FileKeySelector
    ContainerRestartRuleOnExitCodes operator:ContainerRestartRuleOnExitCodesOperator
      values:[]int32
    ExecAction command:[]string
    HTTPGetAction path:string port:IntOrString host:string scheme:URIScheme
      httpHeaders:[]HTTPHeader
    TCPSocketAction port:IntOrString host:string
    GRPCAction port:int32 service:string
    LifecycleHandler exec:ExecAction httpGet:HTTPGetAction tcpSocket:TCPSocketAction
      sleep:SleepAction
    Capabilities add:[]Capability drop:[]Capability
    NodeSelector nodeSelectorTerms:[]NodeSelectorTerm
    PreferredSchedulingTerm weight:int32 preference:NodeSelectorTerm
    PodAffinityTerm labelSelector:LabelSelector namespaces:[]string topologyKey:string
      namespaceSelector:LabelSelector matchLabelKeys:[]string mismatchLabelKeys:[]string
    WeightedPodAffinityTerm weight:int32 podAffinityTerm:PodAffinityTerm
    ConfigMapKeySelector LocalObjectReference{ name:string } key:string optional:bool
    SecretKeySelector LocalObjectReference{ name:string } key:string optional:bool
    FileKeySelector volumeName:string path:string key:string optional:bool
    HTTPHeader name:string value:string
    SleepAction seconds:int64
    NodeSelectorTerm matchExpressions:[]NodeSelectorRequirement
      matchFields:[]NodeSelectorRequirement
    NodeSelectorRequirement key:string operator:NodeSelectorOperator values:[]string
    = string RestartPolicy DNSPolicy PreemptionPolicy ContainerRestartPolicy
      TerminationMessagePolicy SupplementalGroupsPolicy PodFSGroupChangePolicy
      PodSELinuxChangePolicy TolerationOperator TaintEffect PodConditionType
      UnsatisfiableConstraintAction NodeInclusionPolicy OSName Protocol ResourceName
      ResourceResizeRestartPolicy ContainerRestartRuleAction RecursiveReadOnlyMode
      MountPropagationMode Signal ProcMountType SeccompProfileType AppArmorProfileType
      ContainerRestartRuleOnExitCodesOperator URIScheme Capability NodeSelectorOperator
    """
}
