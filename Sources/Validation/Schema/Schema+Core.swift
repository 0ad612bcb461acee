extension Schema {
  /// The other types of `v1`.
  static let core = """
    package v1
    Pod kind:string apiVersion:string metadata:ObjectMeta spec:PodSpec status:PodStatus
    ReplicationController kind:string apiVersion:string metadata:ObjectMeta
      spec:ReplicationControllerSpec status:ReplicationControllerStatus
    Service kind:string apiVersion:string metadata:ObjectMeta spec:ServiceSpec
      status:ServiceStatus
    ConfigMap kind:string apiVersion:string metadata:ObjectMeta immutable:bool data:{}string
      binaryData:{}bytes
    Secret kind:string apiVersion:string metadata:ObjectMeta immutable:bool data:{}bytes
      stringData:{}string type:SecretType
    Namespace kind:string apiVersion:string metadata:ObjectMeta spec:NamespaceSpec
      status:NamespaceStatus
    PersistentVolumeClaim kind:string apiVersion:string metadata:ObjectMeta
      spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
    PersistentVolume kind:string apiVersion:string metadata:ObjectMeta spec:PersistentVolumeSpec
      status:PersistentVolumeStatus
    ServiceAccount kind:string apiVersion:string metadata:ObjectMeta secrets:[]ObjectReference
      imagePullSecrets:[]LocalObjectReference automountServiceAccountToken:bool
    LimitRange kind:string apiVersion:string metadata:ObjectMeta spec:LimitRangeSpec
    ResourceQuota kind:string apiVersion:string metadata:ObjectMeta spec:ResourceQuotaSpec
      status:ResourceQuotaStatus
    Endpoints kind:string apiVersion:string metadata:ObjectMeta subsets:[]EndpointSubset
    PodTemplate kind:string apiVersion:string metadata:ObjectMeta template:PodTemplateSpec
    PodStatus observedGeneration:int64 phase:PodPhase conditions:[]PodCondition message:string
      reason:string nominatedNodeName:string hostIP:string hostIPs:[]HostIP podIP:string
      podIPs:[]PodIP startTime:Time initContainerStatuses:[]ContainerStatus
      containerStatuses:[]ContainerStatus qosClass:PodQOSClass
      ephemeralContainerStatuses:[]ContainerStatus resize:PodResizeStatus
      resourceClaimStatuses:[]PodResourceClaimStatus
      extendedResourceClaimStatus:PodExtendedResourceClaimStatus allocatedResources:ResourceList
      resources:ResourceRequirements
      nodeAllocatableResourceClaimStatuses:[]NodeAllocatableResourceClaimStatus
    ReplicationControllerSpec replicas:int32 minReadySeconds:int32 selector:{}string
      template:PodTemplateSpec
    ReplicationControllerStatus replicas:int32 fullyLabeledReplicas:int32 readyReplicas:int32
      availableReplicas:int32 observedGeneration:int64
      conditions:[]ReplicationControllerCondition
    ServiceSpec ports:[]ServicePort selector:{}string clusterIP:string clusterIPs:[]string
      type:ServiceType externalIPs:[]string sessionAffinity:ServiceAffinity
      loadBalancerIP:string loadBalancerSourceRanges:[]string externalName:string
      externalTrafficPolicy:ServiceExternalTrafficPolicy healthCheckNodePort:int32
      publishNotReadyAddresses:bool sessionAffinityConfig:SessionAffinityConfig
      ipFamilies:[]IPFamily ipFamilyPolicy:IPFamilyPolicy allocateLoadBalancerNodePorts:bool
      loadBalancerClass:string internalTrafficPolicy:ServiceInternalTrafficPolicy
      trafficDistribution:string
    ServiceStatus loadBalancer:LoadBalancerStatus conditions:[]Condition
    NamespaceSpec finalizers:[]FinalizerName
    NamespaceStatus phase:NamespacePhase conditions:[]NamespaceCondition
    PersistentVolumeClaimStatus phase:PersistentVolumeClaimPhase
      accessModes:[]PersistentVolumeAccessMode capacity:ResourceList
      conditions:[]PersistentVolumeClaimCondition allocatedResources:ResourceList
      allocatedResourceStatuses:{}ClaimResourceStatus currentVolumeAttributesClassName:string
      modifyVolumeStatus:ModifyVolumeStatus
    PersistentVolumeSpec capacity:ResourceList
      PersistentVolumeSource{ gcePersistentDisk:GCEPersistentDiskVolumeSource
      awsElasticBlockStore:AWSElasticBlockStoreVolumeSource hostPath:HostPathVolumeSource
      glusterfs:GlusterfsPersistentVolumeSource nfs:NFSVolumeSource
      rbd:RBDPersistentVolumeSource iscsi:ISCSIPersistentVolumeSource
      cinder:CinderPersistentVolumeSource cephfs:CephFSPersistentVolumeSource fc:FCVolumeSource
      flocker:FlockerVolumeSource flexVolume:FlexPersistentVolumeSource
      azureFile:AzureFilePersistentVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
      quobyte:QuobyteVolumeSource azureDisk:AzureDiskVolumeSource
      photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource
      scaleIO:ScaleIOPersistentVolumeSource local:LocalVolumeSource
      storageos:StorageOSPersistentVolumeSource csi:CSIPersistentVolumeSource }
      accessModes:[]PersistentVolumeAccessMode claimRef:ObjectReference
      persistentVolumeReclaimPolicy:PersistentVolumeReclaimPolicy storageClassName:string
      mountOptions:[]string volumeMode:PersistentVolumeMode nodeAffinity:VolumeNodeAffinity
      volumeAttributesClassName:string
    PersistentVolumeStatus phase:PersistentVolumePhase message:string reason:string
      lastPhaseTransitionTime:Time
    ObjectReference kind:string namespace:string name:string uid:types.UID apiVersion:string
      resourceVersion:string fieldPath:string
    LimitRangeSpec limits:[]LimitRangeItem
    ResourceQuotaSpec hard:ResourceList scopes:[]ResourceQuotaScope scopeSelector:ScopeSelector
    ResourceQuotaStatus hard:ResourceList used:ResourceList
    EndpointSubset addresses:[]EndpointAddress notReadyAddresses:[]EndpointAddress
      ports:[]EndpointPort
    TopologySelectorTerm matchLabelExpressions:[]TopologySelectorLabelRequirement
    ContainerStatus name:string state:ContainerState lastState:ContainerState ready:bool
      restartCount:int32 image:string imageID:string containerID:string started:bool
      allocatedResources:ResourceList resources:ResourceRequirements
      volumeMounts:[]VolumeMountStatus user:ContainerUser
      allocatedResourcesStatus:[]ResourceStatus stopSignal:Signal
    HostIP ip:string
    NodeAllocatableResourceClaimStatus resourceClaimName:string containers:[]string
      resources:{}Quantity
    PodCondition type:PodConditionType observedGeneration:int64 status:ConditionStatus
      lastProbeTime:Time lastTransitionTime:Time reason:string message:string
    PodExtendedResourceClaimStatus requestMappings:[]ContainerExtendedResourceRequest
      resourceClaimName:string
    PodIP ip:string
    PodResourceClaimStatus name:string resourceClaimName:string
    ReplicationControllerCondition type:ReplicationControllerConditionType
      status:ConditionStatus lastTransitionTime:Time reason:string message:string
    ServicePort name:string protocol:Protocol appProtocol:string port:int32
      targetPort:IntOrString nodePort:int32
    SessionAffinityConfig clientIP:ClientIPConfig
    LoadBalancerStatus ingress:[]LoadBalancerIngress
    NamespaceCondition type:NamespaceConditionType status:ConditionStatus
      lastTransitionTime:Time reason:string message:string
    ModifyVolumeStatus targetVolumeAttributesClassName:string
      status:PersistentVolumeClaimModifyVolumeStatus
    PersistentVolumeClaimCondition type:PersistentVolumeClaimConditionType
      status:ConditionStatus lastProbeTime:Time lastTransitionTime:Time reason:string
      message:string
    AzureFilePersistentVolumeSource secretName:string shareName:string readOnly:bool
      secretNamespace:string
    CSIPersistentVolumeSource driver:string volumeHandle:string readOnly:bool fsType:string
      volumeAttributes:{}string controllerPublishSecretRef:SecretReference
      nodeStageSecretRef:SecretReference nodePublishSecretRef:SecretReference
      controllerExpandSecretRef:SecretReference nodeExpandSecretRef:SecretReference
    CephFSPersistentVolumeSource monitors:[]string path:string user:string secretFile:string
      secretRef:SecretReference readOnly:bool
    CinderPersistentVolumeSource volumeID:string fsType:string readOnly:bool
      secretRef:SecretReference
    FlexPersistentVolumeSource driver:string fsType:string secretRef:SecretReference
      readOnly:bool options:{}string
    GlusterfsPersistentVolumeSource endpoints:string path:string readOnly:bool
      endpointsNamespace:string
    ISCSIPersistentVolumeSource targetPortal:string iqn:string lun:int32 iscsiInterface:string
      fsType:string readOnly:bool portals:[]string chapAuthDiscovery:bool chapAuthSession:bool
      secretRef:SecretReference initiatorName:string
    LocalVolumeSource path:string fsType:string
    RBDPersistentVolumeSource monitors:[]string image:string fsType:string pool:string
      user:string keyring:string secretRef:SecretReference readOnly:bool
    ScaleIOPersistentVolumeSource gateway:string system:string secretRef:SecretReference
      sslEnabled:bool protectionDomain:string storagePool:string storageMode:string
      volumeName:string fsType:string readOnly:bool
    StorageOSPersistentVolumeSource volumeName:string volumeNamespace:string fsType:string
      readOnly:bool secretRef:ObjectReference
    VolumeNodeAffinity required:NodeSelector
    LimitRangeItem type:LimitType max:ResourceList min:ResourceList default:ResourceList
      defaultRequest:ResourceList maxLimitRequestRatio:ResourceList
    ScopeSelector matchExpressions:[]ScopedResourceSelectorRequirement
    EndpointAddress ip:string hostname:string nodeName:string targetRef:ObjectReference
    EndpointPort name:string port:int32 protocol:Protocol appProtocol:string
    TopologySelectorLabelRequirement key:string values:[]string
    ContainerState waiting:ContainerStateWaiting running:ContainerStateRunning
      terminated:ContainerStateTerminated
    ContainerUser linux:LinuxContainerUser
    ResourceStatus name:ResourceName resources:[]ResourceHealth
    VolumeMountStatus name:string mountPath:string readOnly:bool
      recursiveReadOnly:RecursiveReadOnlyMode volumeStatus:VolumeStatus
    ContainerExtendedResourceRequest containerName:string resourceName:string requestName:string
    ClientIPConfig timeoutSeconds:int32
    LoadBalancerIngress ip:string hostname:string ipMode:LoadBalancerIPMode ports:[]PortStatus
    SecretReference name:string namespace:string
    ScopedResourceSelectorRequirement scopeName:ResourceQuotaScope
      operator:ScopeSelectorOperator values:[]string
    ContainerStateRunning startedAt:Time
    ContainerStateTerminated exitCode:int32 signal:int32 reason:string message:string
      startedAt:Time finishedAt:Time containerID:string
    ContainerStateWaiting reason:string message:string
    LinuxContainerUser uid:int64 gid:int64 supplementalGroups:[]int64
    ResourceHealth resourceID:ResourceID health:ResourceHealthStatus message:string
    VolumeStatus image:ImageVolumeStatus
    PortStatus port:int32 protocol:Protocol error:string
    ImageVolumeStatus imageRef:string
    = string SecretType PersistentVolumeReclaimPolicy PodPhase PodQOSClass PodResizeStatus
      IPFamily IPFamilyPolicy ServiceAffinity ServiceExternalTrafficPolicy
      ServiceInternalTrafficPolicy ServiceType FinalizerName NamespacePhase ClaimResourceStatus
      PersistentVolumeClaimPhase PersistentVolumePhase ResourceQuotaScope ConditionStatus
      ReplicationControllerConditionType NamespaceConditionType
      PersistentVolumeClaimModifyVolumeStatus PersistentVolumeClaimConditionType LimitType
      LoadBalancerIPMode ScopeSelectorOperator ResourceHealthStatus ResourceID
    """
}
