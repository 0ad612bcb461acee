/// A sign of life that its holder renews.
package struct Lease: KubernetesObject {
  package static let kind = "Lease"
  package static let apiVersion = "coordination.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = LeaseSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}

/// Who holds a lease, and when it was renewed.
package struct LeaseSpec: APIStruct {
  package var holderIdentity: String?
  package var leaseDurationSeconds: Int32?
  package var acquireTime: Timestamp?
  package var renewTime: Timestamp?
  package var leaseTransitions: Int32?
  package var strategy: String?
  package var preferredHolder: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("holderIdentity", &holderIdentity)
    fields.field("leaseDurationSeconds", &leaseDurationSeconds)
    fields.microTime("acquireTime", &acquireTime)
    fields.microTime("renewTime", &renewTime)
    fields.field("leaseTransitions", &leaseTransitions)
    fields.field("strategy", &strategy)
    fields.field("preferredHolder", &preferredHolder)
  }
}
