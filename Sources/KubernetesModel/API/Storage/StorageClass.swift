/// A way to provision storage.
package struct StorageClass: KubernetesObject {
  package static let kind = "StorageClass"
  package static let apiVersion = "storage.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var provisioner: String = ""
  package var parameters: [String: String] = [:]
  package var reclaimPolicy: String?
  package var mountOptions: [String] = []
  package var allowVolumeExpansion: Bool?
  package var volumeBindingMode: String?
  package var allowedTopologies: [TopologySelectorTerm] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("provisioner", &provisioner)
    fields.field("parameters", &parameters)
    fields.field("reclaimPolicy", &reclaimPolicy)
    fields.field("mountOptions", &mountOptions)
    fields.field("allowVolumeExpansion", &allowVolumeExpansion)
    fields.field("volumeBindingMode", &volumeBindingMode)
    fields.field("allowedTopologies", &allowedTopologies)
  }
}
