/// What kubelet and controllers last reported about a node.
package struct NodeStatus: APIStruct {
  package var capacity = ResourceList()
  package var allocatable = ResourceList()
  package var phase: String = ""
  package var conditions: [NodeCondition] = []
  package var addresses: [NodeAddress] = []
  package var daemonEndpoints = NodeDaemonEndpoints()
  package var nodeInfo = NodeSystemInfo()
  package var images: [ContainerImage] = []
  package var volumesInUse: [String] = []
  package var volumesAttached: [AttachedVolume] = []
  package var config: NodeConfigStatus?
  package var runtimeHandlers: [NodeRuntimeHandler] = []
  package var features: NodeFeatures?
  package var declaredFeatures: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("capacity", &capacity)
    fields.field("allocatable", &allocatable)
    fields.field("phase", &phase)
    fields.field("conditions", &conditions)
    fields.field("addresses", &addresses)
    fields.field("daemonEndpoints", &daemonEndpoints)
    fields.field("nodeInfo", &nodeInfo)
    fields.field("images", &images)
    fields.field("volumesInUse", &volumesInUse)
    fields.field("volumesAttached", &volumesAttached)
    fields.field("config", &config)
    fields.field("runtimeHandlers", &runtimeHandlers)
    fields.field("features", &features)
    fields.field("declaredFeatures", &declaredFeatures)
  }
}

/// An address of a node.
package struct NodeAddress: APIStruct {
  package var type: String = ""
  package var address: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("address", &address)
  }
}

/// The ports of daemons on a node.
package struct NodeDaemonEndpoints: APIStruct {
  package var kubeletEndpoint = DaemonEndpoint()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("kubeletEndpoint", &kubeletEndpoint)
  }
}

/// The port of a daemon.
package struct DaemonEndpoint: APIStruct {
  package var port: Int32 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("Port", &port)
  }
}

/// Identity and versions of a node.
package struct NodeSystemInfo: APIStruct {
  package var machineID: String = ""
  package var systemUUID: String = ""
  package var bootID: String = ""
  package var kernelVersion: String = ""
  package var osImage: String = ""
  package var containerRuntimeVersion: String = ""
  package var kubeletVersion: String = ""
  package var kubeProxyVersion: String = ""
  package var operatingSystem: String = ""
  package var architecture: String = ""
  package var swap: NodeSwapStatus?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("machineID", &machineID)
    fields.required("systemUUID", &systemUUID)
    fields.required("bootID", &bootID)
    fields.required("kernelVersion", &kernelVersion)
    fields.required("osImage", &osImage)
    fields.required("containerRuntimeVersion", &containerRuntimeVersion)
    fields.required("kubeletVersion", &kubeletVersion)
    fields.required("kubeProxyVersion", &kubeProxyVersion)
    fields.required("operatingSystem", &operatingSystem)
    fields.required("architecture", &architecture)
    fields.field("swap", &swap)
  }
}

/// The swap space of a node.
package struct NodeSwapStatus: APIStruct {
  package var capacity: Int64?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("capacity", &capacity)
  }
}

/// An image on a node.
package struct ContainerImage: APIStruct {
  package var names: [String] = []
  package var sizeBytes: Int64 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("names", &names)
    fields.field("sizeBytes", &sizeBytes)
  }
}

/// A volume attached to a node.
package struct AttachedVolume: APIStruct {
  package var name: String = ""
  package var devicePath: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("devicePath", &devicePath)
  }
}

/// Which kubelet configuration is assigned and active.
package struct NodeConfigStatus: APIStruct {
  package var assigned: NodeConfigSource?
  package var active: NodeConfigSource?
  package var lastKnownGood: NodeConfigSource?
  package var error: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("assigned", &assigned)
    fields.field("active", &active)
    fields.field("lastKnownGood", &lastKnownGood)
    fields.field("error", &error)
  }
}

/// What the container runtime of a node can do.
package struct NodeFeatures: APIStruct {
  package var supplementalGroupsPolicy: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("supplementalGroupsPolicy", &supplementalGroupsPolicy)
  }
}
