/// Some of the addresses behind a service.
package struct EndpointSlice: KubernetesObject {
  package static let kind = "EndpointSlice"
  package static let apiVersion = "discovery.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var addressType: String = ""
  package var endpoints: [Endpoint] = []
  package var ports: [EndpointSlicePort] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("addressType", &addressType)
    fields.required("endpoints", &endpoints)
    fields.required("ports", &ports)
  }
}

/// One backend of a service.
package struct Endpoint: APIStruct {
  package var addresses: [String] = []
  package var conditions = EndpointConditions()
  package var hostname: String?
  @Boxed package var targetRef: APIObjectReference?
  package var deprecatedTopology: [String: String] = [:]
  package var nodeName: String?
  package var zone: String?
  package var hints: EndpointHints?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("addresses", &addresses)
    fields.field("conditions", &conditions)
    fields.field("hostname", &hostname)
    fields.field("targetRef", &targetRef)
    fields.field("deprecatedTopology", &deprecatedTopology)
    fields.field("nodeName", &nodeName)
    fields.field("zone", &zone)
    fields.field("hints", &hints)
    fields.alias("topology", &deprecatedTopology)
  }
}

/// Whether a backend is ready, serving or terminating.
package struct EndpointConditions: APIStruct {
  package var ready: Bool?
  package var serving: Bool?
  package var terminating: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ready", &ready)
    fields.field("serving", &serving)
    fields.field("terminating", &terminating)
  }
}

/// Who should use a backend.
package struct EndpointHints: APIStruct {
  package var forZones: [ForZone] = []
  package var forNodes: [ForNode] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("forZones", &forZones)
    fields.field("forNodes", &forNodes)
  }
}

/// A zone that should use a backend.
package struct ForZone: APIStruct {
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
  }
}

/// A node that should use a backend.
package struct ForNode: APIStruct {
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
  }
}

/// A port of the backends of a slice.
package struct EndpointSlicePort: APIStruct {
  package var name: String?
  package var `protocol`: String?
  package var port: Int32?
  package var appProtocol: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("protocol", &`protocol`)
    fields.field("port", &port)
    fields.field("appProtocol", &appProtocol)
  }
}
