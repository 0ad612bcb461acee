/// The addresses behind a service, in the old form.
package struct Endpoints: KubernetesObject {
  package static let kind = "Endpoints"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var subsets: [EndpointSubset] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("subsets", &subsets)
  }
}

/// Addresses that share the same ports.
package struct EndpointSubset: APIStruct {
  package var addresses: [EndpointAddress] = []
  package var notReadyAddresses: [EndpointAddress] = []
  package var ports: [EndpointPort] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("addresses", &addresses)
    fields.field("notReadyAddresses", &notReadyAddresses)
    fields.field("ports", &ports)
  }
}

/// One address behind a service.
package struct EndpointAddress: APIStruct {
  package var ip: String = ""
  package var hostname: String = ""
  package var nodeName: String?
  @Boxed package var targetRef: APIObjectReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("ip", &ip)
    fields.field("hostname", &hostname)
    fields.field("nodeName", &nodeName)
    fields.field("targetRef", &targetRef)
  }
}

/// A port behind a service.
package struct EndpointPort: APIStruct {
  package var name: String = ""
  package var port: Int32 = 0
  package var `protocol`: String = ""
  package var appProtocol: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.required("port", &port)
    fields.field("protocol", &`protocol`)
    fields.field("appProtocol", &appProtocol)
  }
}
