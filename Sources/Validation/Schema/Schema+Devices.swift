extension Schema {
  /// The types of `resource.k8s.io/v1`, `discovery.k8s.io/v1` and `node.k8s.io/v1`.
  ///
  /// What follows a `#` tells types of one name apart.
  static let devices = """
    package v1
    ResourceClaim#resource.k8s.io kind:string apiVersion:string metadata:ObjectMeta
      spec:ResourceClaimSpec status:any
    ResourceClaimTemplate kind:string apiVersion:string metadata:ObjectMeta
      spec:ResourceClaimTemplateSpec
    DeviceClass kind:string apiVersion:string metadata:ObjectMeta spec:DeviceClassSpec
    ResourceClaimTemplateSpec metadata:ObjectMeta spec:ResourceClaimSpec
    ResourceClaimSpec devices:DeviceClaim
    DeviceClassSpec selectors:[]DeviceSelector config:[]DeviceClassConfiguration
      extendedResourceName:string
    DeviceClaim requests:[]DeviceRequest constraints:[]DeviceConstraint
      config:[]DeviceClaimConfiguration
    DeviceRequest name:string exactly:ExactDeviceRequest firstAvailable:[]DeviceSubRequest
    ExactDeviceRequest deviceClassName:string selectors:[]DeviceSelector
      allocationMode:DeviceAllocationMode count:int64 adminAccess:bool
      tolerations:[]DeviceToleration capacity:CapacityRequirements
    DeviceSubRequest name:string deviceClassName:string selectors:[]DeviceSelector
      allocationMode:DeviceAllocationMode count:int64 tolerations:[]DeviceToleration
      capacity:CapacityRequirements
    CapacityRequirements requests:{}Quantity
    DeviceSelector cel:CELDeviceSelector
    CELDeviceSelector expression:string
    DeviceConstraint requests:[]string matchAttribute:FullyQualifiedName
      distinctAttribute:FullyQualifiedName
    DeviceClaimConfiguration requests:[]string DeviceConfiguration{
      opaque:OpaqueDeviceConfiguration }
    DeviceClassConfiguration DeviceConfiguration{ opaque:OpaqueDeviceConfiguration }
    OpaqueDeviceConfiguration driver:string parameters:any
    DeviceToleration key:string operator:DeviceTolerationOperator value:string
      effect:DeviceTaintEffect tolerationSeconds:int64
    EndpointSlice kind:string apiVersion:string metadata:ObjectMeta addressType:AddressType
      endpoints:[]Endpoint ports:[]EndpointPort
    Endpoint addresses:[]string conditions:EndpointConditions hostname:string
      targetRef:ObjectReference deprecatedTopology:{}string nodeName:string zone:string
      hints:EndpointHints
    EndpointConditions ready:bool serving:bool terminating:bool
    EndpointHints forZones:[]ForZone forNodes:[]ForNode
    ForZone name:string
    ForNode name:string
    RuntimeClass kind:string apiVersion:string metadata:ObjectMeta handler:string
      overhead:Overhead scheduling:Scheduling
    Overhead podFixed:ResourceList
    Scheduling nodeSelector:{}string tolerations:[]Toleration
    = string DeviceAllocationMode FullyQualifiedName DeviceTolerationOperator DeviceTaintEffect
      AddressType
    """
}
