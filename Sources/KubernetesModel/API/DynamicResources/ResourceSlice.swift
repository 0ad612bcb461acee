/// Some of the devices that a driver offers.
package struct ResourceSlice: KubernetesObject {
  package static let kind = "ResourceSlice"
  package static let apiVersion = "resource.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = ResourceSliceSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}

/// The devices of a slice, and which nodes reach them.
package struct ResourceSliceSpec: APIStruct {
  package var driver: String = ""
  package var pool = ResourcePool()
  package var nodeName: String?
  package var nodeSelector: NodeSelector?
  package var allNodes: Bool?
  package var devices: [Device] = []
  package var perDeviceNodeSelection: Bool?
  package var sharedCounters: [CounterSet] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("driver", &driver)
    fields.required("pool", &pool)
    fields.field("nodeName", &nodeName)
    fields.field("nodeSelector", &nodeSelector)
    fields.field("allNodes", &allNodes)
    fields.field("devices", &devices)
    fields.field("perDeviceNodeSelection", &perDeviceNodeSelection)
    fields.field("sharedCounters", &sharedCounters)
  }
}

/// The pool that a slice is part of.
package struct ResourcePool: APIStruct {
  package var name: String = ""
  package var generation: Int64 = 0
  package var resourceSliceCount: Int64 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("generation", &generation)
    fields.required("resourceSliceCount", &resourceSliceCount)
  }
}

/// Counters that devices share.
package struct CounterSet: APIStruct {
  package var name: String = ""
  package var counters: [String: Counter] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("counters", &counters)
  }
}
