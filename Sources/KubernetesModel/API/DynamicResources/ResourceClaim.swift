/// A request for devices, and what is allocated for it.
package struct ResourceClaim: KubernetesObject {
  package static let kind = "ResourceClaim"
  package static let apiVersion = "resource.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ResourceClaimSpec()
  package var status = ResourceClaimStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
    fields.field("status", &status)
  }
}

/// What is allocated for a claim, and who uses it.
package struct ResourceClaimStatus: APIStruct {
  package var allocation: AllocationResult?
  package var reservedFor: [ResourceClaimConsumerReference] = []
  package var devices: [AllocatedDeviceStatus] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("allocation", &allocation)
    fields.field("reservedFor", &reservedFor)
    fields.field("devices", &devices)
  }
}

/// The devices that are allocated for a claim, and which nodes reach them.
package struct AllocationResult: APIStruct {
  package var devices = DeviceAllocationResult()
  package var nodeSelector: NodeSelector?
  package var allocationTimestamp: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("devices", &devices)
    fields.field("nodeSelector", &nodeSelector)
    fields.field("allocationTimestamp", &allocationTimestamp)
  }
}

/// The allocated devices, by request, and their configuration.
package struct DeviceAllocationResult: APIStruct {
  package var results: [DeviceRequestAllocationResult] = []
  package var config: [DeviceAllocationConfiguration] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("results", &results)
    fields.field("config", &config)
  }
}

/// One device that is allocated for a request.
package struct DeviceRequestAllocationResult: APIStruct {
  package var request: String = ""
  package var driver: String = ""
  package var pool: String = ""
  package var device: String = ""
  package var adminAccess: Bool?
  package var tolerations: [DeviceToleration] = []
  package var bindingConditions: [String] = []
  package var bindingFailureConditions: [String] = []
  package var shareID: String?
  package var consumedCapacity: [String: Quantity] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("request", &request)
    fields.required("driver", &driver)
    fields.required("pool", &pool)
    fields.required("device", &device)
    fields.field("adminAccess", &adminAccess)
    fields.field("tolerations", &tolerations)
    fields.field("bindingConditions", &bindingConditions)
    fields.field("bindingFailureConditions", &bindingFailureConditions)
    fields.field("shareID", &shareID)
    fields.field("consumedCapacity", &consumedCapacity)
  }
}

/// Configuration of allocated devices, and where it comes from.
package struct DeviceAllocationConfiguration: APIStruct {
  package var source: String = ""
  package var requests: [String] = []
  package var opaque: OpaqueDeviceConfiguration?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("source", &source)
    fields.field("requests", &requests)
    fields.field("opaque", &opaque)
  }
}

/// Who uses a claim for devices.
package struct ResourceClaimConsumerReference: APIStruct {
  package var apiGroup: String = ""
  package var resource: String = ""
  package var name: String = ""
  package var uid: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("apiGroup", &apiGroup)
    fields.required("resource", &resource)
    fields.required("name", &name)
    fields.required("uid", &uid)
  }
}

/// What a driver reports about an allocated device.
package struct AllocatedDeviceStatus: APIStruct {
  package var driver: String = ""
  package var pool: String = ""
  package var device: String = ""
  package var shareID: String?
  package var conditions: [Condition] = []
  package var data: RawJSON?
  package var networkData: NetworkDeviceData?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.required("pool", &pool)
    fields.required("device", &device)
    fields.field("shareID", &shareID)
    fields.required("conditions", &conditions)
    fields.field("data", &data)
    fields.field("networkData", &networkData)
  }
}

/// What a driver reports about a network device.
package struct NetworkDeviceData: APIStruct {
  package var interfaceName: String = ""
  package var ips: [String] = []
  package var hardwareAddress: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("interfaceName", &interfaceName)
    fields.field("ips", &ips)
    fields.field("hardwareAddress", &hardwareAddress)
  }
}
