/// How much storage of a class can be provisioned in a topology.
package struct CSIStorageCapacity: KubernetesObject {
  package static let kind = "CSIStorageCapacity"
  package static let apiVersion = "storage.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var nodeTopology: LabelSelector?
  package var storageClassName: String = ""
  package var capacity: Quantity?
  package var maximumVolumeSize: Quantity?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("nodeTopology", &nodeTopology)
    fields.required("storageClassName", &storageClassName)
    fields.field("capacity", &capacity)
    fields.field("maximumVolumeSize", &maximumVolumeSize)
  }
}
