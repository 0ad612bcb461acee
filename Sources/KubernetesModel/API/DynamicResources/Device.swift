/// One device that a driver offers.
package struct Device: APIStruct {
  package var name: String = ""
  package var attributes: [String: DeviceAttribute] = [:]
  package var capacity: [String: DeviceCapacity] = [:]
  package var consumesCounters: [DeviceCounterConsumption] = []
  package var nodeName: String?
  package var nodeSelector: NodeSelector?
  package var allNodes: Bool?
  package var taints: [DeviceTaint] = []
  package var bindsToNode: Bool?
  package var bindingConditions: [String] = []
  package var bindingFailureConditions: [String] = []
  package var allowMultipleAllocations: Bool?
  package var nodeAllocatableResourceMappings: [String: NodeAllocatableResourceMapping] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("attributes", &attributes)
    fields.field("capacity", &capacity)
    fields.field("consumesCounters", &consumesCounters)
    fields.field("nodeName", &nodeName)
    fields.field("nodeSelector", &nodeSelector)
    fields.field("allNodes", &allNodes)
    fields.field("taints", &taints)
    fields.field("bindsToNode", &bindsToNode)
    fields.field("bindingConditions", &bindingConditions)
    fields.field("bindingFailureConditions", &bindingFailureConditions)
    fields.field("allowMultipleAllocations", &allowMultipleAllocations)
    fields.field("nodeAllocatableResourceMappings", &nodeAllocatableResourceMappings)
    fields.alias("basic", &self)
  }
}

/// A property of a device, in one of its types.
package struct DeviceAttribute: APIStruct {
  package var int: Int64?
  package var bool: Bool?
  package var string: String?
  package var version: String?
  package var ints: [Int64] = []
  package var bools: [Bool] = []
  package var strings: [String] = []
  package var versions: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("int", &int)
    fields.field("bool", &bool)
    fields.field("string", &string)
    fields.field("version", &version)
    fields.field("ints", &ints)
    fields.field("bools", &bools)
    fields.field("strings", &strings)
    fields.field("versions", &versions)
  }
}

/// A capacity of a device.
package struct DeviceCapacity: APIStruct {
  package var value = Quantity()
  package var requestPolicy: CapacityRequestPolicy?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("value", &value)
    fields.field("requestPolicy", &requestPolicy)
  }
}

/// Which amounts of a capacity can be asked for.
package struct CapacityRequestPolicy: APIStruct {
  package var `default`: Quantity?
  package var validValues: [Quantity] = []
  @Boxed package var validRange: CapacityRequestPolicyRange?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("default", &`default`)
    fields.field("validValues", &validValues)
    fields.field("validRange", &validRange)
  }
}

/// The range of amounts that can be asked for.
package struct CapacityRequestPolicyRange: APIStruct {
  package var min: Quantity?
  package var max: Quantity?
  package var step: Quantity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("min", &min)
    fields.field("max", &max)
    fields.field("step", &step)
  }
}

/// What a device takes from shared counters.
package struct DeviceCounterConsumption: APIStruct {
  package var counterSet: String = ""
  package var counters: [String: Counter] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("counterSet", &counterSet)
    fields.field("counters", &counters)
  }
}

/// A mark on a device that repels claims.
package struct DeviceTaint: APIStruct {
  package var key: String = ""
  package var value: String = ""
  package var effect: String = ""
  package var timeAdded: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("key", &key)
    fields.field("value", &value)
    fields.required("effect", &effect)
    fields.field("timeAdded", &timeAdded)
  }
}

/// How a device takes from a resource of its node.
package struct NodeAllocatableResourceMapping: APIStruct {
  package var capacityKey: String?
  package var allocationMultiplier: Quantity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("capacityKey", &capacityKey)
    fields.field("allocationMultiplier", &allocationMultiplier)
  }
}
