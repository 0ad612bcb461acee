/// The names by which people call kinds on kubectl's command line: singular, plural and short.
enum KindNames {
  /// The kind that a word names, whatever its case, with or without an API group; nil when it names none.
  static func kind(named word: String) -> String? {
    let name = word.lowercased().prefix { $0 != "." }
    return kinds[String(name)]
  }

  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    for (kind, others) in table {
      let singular = kind.lowercased()
      for name in [singular, plural(of: singular)] + others { kinds[name] = kind }
    }
    return kinds
  }()

  private static func plural(of singular: String) -> String {
    if singular.hasSuffix("s") { return singular + "es" }
    if singular.hasSuffix("y") { return singular.dropLast() + "ies" }
    return singular + "s"
  }

  private static let table: [(String, [String])] = [
    ("Pod", ["po"]), ("Node", ["no"]), ("PersistentVolumeClaim", ["pvc"]),
    ("PersistentVolume", ["pv"]), ("StorageClass", ["sc"]), ("Deployment", ["deploy"]),
    ("ReplicaSet", ["rs"]), ("StatefulSet", ["sts"]), ("DaemonSet", ["ds"]), ("Job", []),
    ("CronJob", ["cj"]), ("ReplicationController", ["rc"]), ("ConfigMap", ["cm"]),
    ("Secret", []), ("ServiceAccount", ["sa"]), ("Service", ["svc"]),
    ("Endpoints", ["ep", "endpoints"]), ("EndpointSlice", []), ("Event", ["ev"]),
    ("Namespace", ["ns"]), ("PodDisruptionBudget", ["pdb"]),
    ("HorizontalPodAutoscaler", ["hpa"]), ("NetworkPolicy", ["netpol"]),
    ("PriorityClass", ["pc"]), ("RuntimeClass", []), ("ResourceQuota", ["quota"]),
    ("LimitRange", ["limits"]), ("CSINode", []), ("CSIDriver", []), ("CSIStorageCapacity", []),
    ("VolumeAttachment", []), ("Lease", []), ("ResourceClaim", []),
    ("ResourceClaimTemplate", []), ("ResourceSlice", []), ("DeviceClass", []),
    ("ValidatingWebhookConfiguration", []), ("MutatingWebhookConfiguration", []),
  ]
}
