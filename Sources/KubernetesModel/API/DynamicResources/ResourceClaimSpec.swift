/// What is asked of a claim for devices.
package struct ResourceClaimSpec: APIStruct {
  package var devices = DeviceClaim()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("devices", &devices)
  }
}

/// The requests, constraints and configuration of a claim.
package struct DeviceClaim: APIStruct {
  package var requests: [DeviceRequest] = []
  package var constraints: [DeviceConstraint] = []
  package var config: [DeviceClaimConfiguration] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("requests", &requests)
    fields.field("constraints", &constraints)
    fields.field("config", &config)
  }
}

/// One request for devices: exactly these, or the first that is available.
package struct DeviceRequest: APIStruct {
  package var name: String = ""
  @Boxed package var exactly: ExactDeviceRequest?
  package var firstAvailable: [DeviceSubRequest] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("exactly", &exactly)
    fields.field("firstAvailable", &firstAvailable)
    fields.inlineAlias(where: "deviceClassName", &exactly)
  }
}

/// A request for devices of one class.
package struct ExactDeviceRequest: APIStruct {
  package var deviceClassName: String = ""
  package var selectors: [DeviceSelector] = []
  package var allocationMode: String = ""
  package var count: Int64 = 0
  package var adminAccess: Bool?
  package var tolerations: [DeviceToleration] = []
  package var capacity: CapacityRequirements?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("deviceClassName", &deviceClassName)
    fields.field("selectors", &selectors)
    fields.field("allocationMode", &allocationMode)
    fields.field("count", &count)
    fields.field("adminAccess", &adminAccess)
    fields.field("tolerations", &tolerations)
    fields.field("capacity", &capacity)
  }
}

/// One alternative of a request for devices.
package struct DeviceSubRequest: APIStruct {
  package var name: String = ""
  package var deviceClassName: String = ""
  package var selectors: [DeviceSelector] = []
  package var allocationMode: String = ""
  package var count: Int64 = 0
  package var tolerations: [DeviceToleration] = []
  package var capacity: CapacityRequirements?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("deviceClassName", &deviceClassName)
    fields.field("selectors", &selectors)
    fields.field("allocationMode", &allocationMode)
    fields.field("count", &count)
    fields.field("tolerations", &tolerations)
    fields.field("capacity", &capacity)
  }
}

/// What all devices of some requests must have in common, or not.
package struct DeviceConstraint: APIStruct {
  package var requests: [String] = []
  package var matchAttribute: String?
  package var distinctAttribute: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("requests", &requests)
    fields.field("matchAttribute", &matchAttribute)
    fields.field("distinctAttribute", &distinctAttribute)
  }
}

/// Configuration for the devices of some requests.
package struct DeviceClaimConfiguration: APIStruct {
  package var requests: [String] = []
  package var opaque: OpaqueDeviceConfiguration?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("requests", &requests)
    fields.field("opaque", &opaque)
  }
}
