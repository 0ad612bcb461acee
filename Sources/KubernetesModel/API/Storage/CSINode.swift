/// The CSI drivers of one node.
package struct CSINode: KubernetesObject {
  package static let kind = "CSINode"
  package static let apiVersion = "storage.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = CSINodeSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}

/// The drivers that are registered on a node.
package struct CSINodeSpec: APIStruct {
  package var drivers: [CSINodeDriver] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("drivers", &drivers)
  }
}

/// One CSI driver on a node.
package struct CSINodeDriver: APIStruct {
  package var name: String = ""
  package var nodeID: String = ""
  package var topologyKeys: [String] = []
  package var allocatable: VolumeNodeResources?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("nodeID", &nodeID)
    fields.required("topologyKeys", &topologyKeys)
    fields.field("allocatable", &allocatable)
  }
}

/// How many volumes of a driver a node can attach.
package struct VolumeNodeResources: APIStruct {
  package var count: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("count", &count)
  }
}
