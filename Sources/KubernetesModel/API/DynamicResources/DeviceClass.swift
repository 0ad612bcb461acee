/// A kind of devices that claims can ask for.
package struct DeviceClass: KubernetesObject {
  package static let kind = "DeviceClass"
  package static let apiVersion = "resource.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = DeviceClassSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}

/// Which devices are in a class, and how they are configured.
package struct DeviceClassSpec: APIStruct {
  package var selectors: [DeviceSelector] = []
  package var config: [DeviceClassConfiguration] = []
  package var extendedResourceName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("selectors", &selectors)
    fields.field("config", &config)
    fields.field("extendedResourceName", &extendedResourceName)
  }
}

/// Configuration for the devices of a class.
package struct DeviceClassConfiguration: APIStruct {
  package var opaque: OpaqueDeviceConfiguration?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("opaque", &opaque)
  }
}
