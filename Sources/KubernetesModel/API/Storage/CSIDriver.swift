/// A CSI driver installed in the cluster.
package struct CSIDriver: KubernetesObject {
  package static let kind = "CSIDriver"
  package static let apiVersion = "storage.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = CSIDriverSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("spec", &spec)
  }
}

/// How Kubernetes works with a CSI driver.
package struct CSIDriverSpec: APIStruct {
  package var attachRequired: Bool?
  package var podInfoOnMount: Bool?
  package var volumeLifecycleModes: [String] = []
  package var storageCapacity: Bool?
  package var fsGroupPolicy: String?
  package var tokenRequests: [TokenRequest] = []
  package var requiresRepublish: Bool?
  package var seLinuxMount: Bool?
  package var nodeAllocatableUpdatePeriodSeconds: Int64?
  package var serviceAccountTokenInSecrets: Bool?
  package var preventPodSchedulingIfMissing: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("attachRequired", &attachRequired)
    fields.field("podInfoOnMount", &podInfoOnMount)
    fields.field("volumeLifecycleModes", &volumeLifecycleModes)
    fields.field("storageCapacity", &storageCapacity)
    fields.field("fsGroupPolicy", &fsGroupPolicy)
    fields.field("tokenRequests", &tokenRequests)
    fields.field("requiresRepublish", &requiresRepublish)
    fields.field("seLinuxMount", &seLinuxMount)
    fields.field("nodeAllocatableUpdatePeriodSeconds", &nodeAllocatableUpdatePeriodSeconds)
    fields.field("serviceAccountTokenInSecrets", &serviceAccountTokenInSecrets)
    fields.field("preventPodSchedulingIfMissing", &preventPodSchedulingIfMissing)
  }
}

/// A token that a CSI driver wants of pods.
package struct TokenRequest: APIStruct {
  package var audience: String = ""
  package var expirationSeconds: Int64?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("audience", &audience)
    fields.field("expirationSeconds", &expirationSeconds)
  }
}
