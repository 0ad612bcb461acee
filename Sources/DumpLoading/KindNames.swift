/// The names under which people and collectors know a kind: singular, plural and short, as kubectl takes them.
package enum KindNames {
  /// The kind that `name` stands for, in any case and also with a group (`deployments.apps`).
  package static func kind(named name: String) -> String? {
    let plain = name.lowercased().split(separator: ".").first.map { String($0) } ?? ""
    return names[plain]
  }

  /// The kinds by all of their names; a short name is never taken for a long one of another kind.
  private static let names = kinds.reduce(into: short) { names, kind in
    let singular = kind.lowercased()
    for name in [singular, plural(of: singular)] where names[name] == nil { names[name] = kind }
  }

  private static let kinds = [
    "Pod", "Node", "Event", "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "CSINode",
    "CSIDriver", "CSIStorageCapacity", "VolumeAttachment", "Namespace", "Service", "Endpoints",
    "EndpointSlice", "ConfigMap", "Secret", "ServiceAccount", "ResourceQuota", "LimitRange",
    "PriorityClass", "RuntimeClass", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job",
    "CronJob", "ReplicationController", "HorizontalPodAutoscaler", "PodDisruptionBudget",
    "NetworkPolicy", "Lease", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration",
    "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice", "DeviceClass", "PodTemplate",
  ]

  /// kubectl's short names (registry's ShortNames).
  private static let short = [
    "po": "Pod", "no": "Node", "ev": "Event", "pvc": "PersistentVolumeClaim",
    "pvcs": "PersistentVolumeClaim", "pv": "PersistentVolume", "pvs": "PersistentVolume",
    "sc": "StorageClass", "ns": "Namespace", "svc": "Service", "ep": "Endpoints",
    "cm": "ConfigMap", "sa": "ServiceAccount", "quota": "ResourceQuota", "limits": "LimitRange",
    "pc": "PriorityClass", "deploy": "Deployment", "rs": "ReplicaSet", "sts": "StatefulSet",
    "ds": "DaemonSet", "cj": "CronJob", "rc": "ReplicationController",
    "hpa": "HorizontalPodAutoscaler", "pdb": "PodDisruptionBudget", "netpol": "NetworkPolicy",
  ]

  private static func plural(of singular: String) -> String {
    if singular.hasSuffix("s") { return singular == "endpoints" ? singular : singular + "es" }
    if singular.hasSuffix("y") { return String(singular.dropLast()) + "ies" }
    return singular + "s"
  }
}
