/// Since when Kubernetes serves its younger API versions.
///
/// From the lifecycle comments of k8s.io/api.
enum APIIntroduction {
  /// The minor version of Kubernetes 1 that serves a kind in an API version first; nil where it is not known.
  static func minor(apiVersion: String, kind: String) -> Int? {
    guard let rows = table[apiVersion] else { return nil }
    return rows.first { $0.kinds.isEmpty || $0.kinds.contains(kind) }?.minor
  }

  /// The kinds of an API version; none stand for every kind.
  private typealias Row = (kinds: Set<String>, minor: Int)

  private static let policies: Set = [
    "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
  ]
  private static let mutations: Set = ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"]

  private static let table: [String: [Row]] = [
    "admissionregistration.k8s.io/v1": [(policies, 30), (mutations, 36), ([], 16)],
    "admissionregistration.k8s.io/v1beta1": [(policies, 28), (mutations, 34)],
    "admissionregistration.k8s.io/v1alpha1": [(policies, 26), (mutations, 32)],
    "apiextensions.k8s.io/v1": [(["CustomResourceDefinition"], 16)],
    "autoscaling/v2": [(["HorizontalPodAutoscaler"], 23)],
    "batch/v1": [(["CronJob"], 21)],
    "certificates.k8s.io/v1": [(["CertificateSigningRequest"], 19)],
    "certificates.k8s.io/v1beta1": [
      (["ClusterTrustBundle"], 33), (["PodCertificateRequest"], 35),
    ],
    "discovery.k8s.io/v1": [(["EndpointSlice"], 21)],
    "discovery.k8s.io/v1beta1": [(["EndpointSlice"], 16)],
    "events.k8s.io/v1": [(["Event"], 19)],
    "flowcontrol.apiserver.k8s.io/v1": [([], 29)],
    "flowcontrol.apiserver.k8s.io/v1beta1": [([], 20)],
    "flowcontrol.apiserver.k8s.io/v1beta2": [([], 23)],
    "flowcontrol.apiserver.k8s.io/v1beta3": [([], 26)],
    "networking.k8s.io/v1": [
      (["Ingress", "IngressClass"], 19), (["IPAddress", "ServiceCIDR"], 33),
    ],
    "networking.k8s.io/v1beta1": [
      (["IngressClass"], 18), (["IPAddress", "ServiceCIDR"], 31),
    ],
    "node.k8s.io/v1": [(["RuntimeClass"], 20)],
    "policy/v1": [(["PodDisruptionBudget"], 21)],
    "resource.k8s.io/v1": [(["DeviceTaintRule"], 37), ([], 34)],
    "resource.k8s.io/v1beta1": [([], 32)],
    "resource.k8s.io/v1beta2": [([], 33)],
    "storage.k8s.io/v1": [
      (["CSIDriver"], 18), (["CSINode"], 17), (["CSIStorageCapacity"], 24),
      (["VolumeAttributesClass"], 34),
    ],
    "storage.k8s.io/v1beta1": [(["VolumeAttributesClass"], 31)],
  ]
}
