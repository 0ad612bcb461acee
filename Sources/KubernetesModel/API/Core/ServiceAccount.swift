/// An identity for the processes of pods.
package struct ServiceAccount: KubernetesObject {
  package static let kind = "ServiceAccount"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var secrets: [APIObjectReference] = []
  package var imagePullSecrets: [LocalObjectReference] = []
  package var automountServiceAccountToken: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("secrets", &secrets)
    fields.field("imagePullSecrets", &imagePullSecrets)
    fields.field("automountServiceAccountToken", &automountServiceAccountToken)
  }
}
