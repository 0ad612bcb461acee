import KubernetesModel

/// When Kubernetes' API versions were deprecated and removed, and what replaces them.
///
/// From the deprecated API migration guide and the lifecycle comments of k8s.io/api.
struct APILifecycle: Sendable {
  /// The minor version of Kubernetes 1 since which the API server warns.
  var deprecated: Int
  /// The minor version that does not serve it any more; nil while it is served.
  var removed: Int?
  /// The API version to use instead; empty where nothing replaces it.
  var replacement: String

  /// The lifecycle of a kind in an API version; nil where it is current.
  static func of(apiVersion: String, kind: String) -> APILifecycle? {
    guard let row = table[apiVersion] else { return nil }
    return row.first { $0.kinds.isEmpty || $0.kinds.contains(kind) }?.lifecycle
  }

  private struct Row: Sendable {
    /// Empty for every kind of the version.
    var kinds: Set<String>
    var lifecycle: APILifecycle

    init(_ kinds: Set<String>, _ deprecated: Int, _ removed: Int?, _ replacement: String) {
      self.kinds = kinds
      lifecycle = APILifecycle(
        deprecated: deprecated, removed: removed, replacement: replacement)
    }

    init(_ deprecated: Int, _ removed: Int?, _ replacement: String) {
      self.init([], deprecated, removed, replacement)
    }
  }

  private static let table: [String: [Row]] = [
    "v1": [
      Row(["ComponentStatus"], 19, nil, ""),
      Row(["Endpoints"], 33, nil, "discovery.k8s.io/v1 EndpointSlice"),
    ],
    "extensions/v1beta1": [
      Row(["Deployment", "DaemonSet", "ReplicaSet"], 8, 16, "apps/v1"),
      Row(["NetworkPolicy"], 9, 16, "networking.k8s.io/v1"),
      Row(["Ingress"], 14, 22, "networking.k8s.io/v1"),
      Row(["PodSecurityPolicy"], 10, 16, ""),
    ],
    "apps/v1beta1": [Row(8, 16, "apps/v1")],
    "apps/v1beta2": [Row(9, 16, "apps/v1")],
    "batch/v2alpha1": [Row(["CronJob"], 8, 21, "batch/v1")],
    "batch/v1beta1": [Row(["CronJob"], 21, 25, "batch/v1")],
    "autoscaling/v2beta1": [Row(22, 25, "autoscaling/v2")],
    "autoscaling/v2beta2": [Row(23, 26, "autoscaling/v2")],
    "policy/v1beta1": [
      Row(["PodDisruptionBudget"], 21, 25, "policy/v1"),
      Row(["PodSecurityPolicy"], 21, 25, ""),
    ],
    "networking.k8s.io/v1beta1": [
      Row(["Ingress", "IngressClass"], 19, 22, "networking.k8s.io/v1")
    ],
    "discovery.k8s.io/v1beta1": [Row(21, 25, "discovery.k8s.io/v1")],
    "events.k8s.io/v1beta1": [Row(19, 25, "events.k8s.io/v1")],
    "node.k8s.io/v1beta1": [Row(22, 25, "node.k8s.io/v1")],
    "node.k8s.io/v1alpha1": [Row(20, 24, "node.k8s.io/v1")],
    "rbac.authorization.k8s.io/v1alpha1": [Row(17, 23, "rbac.authorization.k8s.io/v1")],
    "scheduling.k8s.io/v1alpha1": [Row(14, 23, "scheduling.k8s.io/v1")],
    "scheduling.k8s.io/v1beta1": [Row(14, 22, "scheduling.k8s.io/v1")],
    "rbac.authorization.k8s.io/v1beta1": [Row(17, 22, "rbac.authorization.k8s.io/v1")],
    "coordination.k8s.io/v1beta1": [Row(["Lease"], 19, 22, "coordination.k8s.io/v1")],
    "certificates.k8s.io/v1beta1": [
      Row(["CertificateSigningRequest"], 19, 22, "certificates.k8s.io/v1")
    ],
    "apiextensions.k8s.io/v1beta1": [Row(16, 22, "apiextensions.k8s.io/v1")],
    "apiregistration.k8s.io/v1beta1": [Row(19, 22, "apiregistration.k8s.io/v1")],
    "authentication.k8s.io/v1beta1": [Row(["TokenReview"], 19, 22, "authentication.k8s.io/v1")],
    "authorization.k8s.io/v1beta1": [Row(19, 22, "authorization.k8s.io/v1")],
    "admissionregistration.k8s.io/v1beta1": [
      Row(
        ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"], 16, 22,
        "admissionregistration.k8s.io/v1")
    ],
    "storage.k8s.io/v1beta1": [
      Row(
        ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], 19, 22, "storage.k8s.io/v1"),
      Row(["CSIStorageCapacity"], 24, 27, "storage.k8s.io/v1"),
    ],
    "flowcontrol.apiserver.k8s.io/v1beta1": [Row(23, 26, "flowcontrol.apiserver.k8s.io/v1")],
    "flowcontrol.apiserver.k8s.io/v1beta2": [Row(26, 29, "flowcontrol.apiserver.k8s.io/v1")],
    "flowcontrol.apiserver.k8s.io/v1beta3": [Row(29, 32, "flowcontrol.apiserver.k8s.io/v1")],
  ]
}
