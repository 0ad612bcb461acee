/// Tells what kind of objects a table shows by its headings.
enum TableKind {
  /// Headings that only the table of one kind has.
  private struct Signature {
    var kind: String
    var headings: [String]
    /// Whether the table has no other columns; short headings are those of many kinds.
    var isWhole = false
  }

  /// The kind that a table shows; nil when its headings do not tell.
  static func kind(of header: TableHeader) -> String? {
    signatures.first { isOf(header, $0) }?.kind
  }

  private static func isOf(_ header: TableHeader, _ signature: Signature) -> Bool {
    guard signature.headings.allSatisfy(header.has) else { return false }
    let own = header.columns.count { !common.contains($0.heading) }
    return !signature.isWhole || own == signature.headings.count
  }

  /// Columns that every table can have.
  private static let common: Set<String> = ["NAMESPACE", "NAME", "AGE", "LABELS"]

  /// The first that fits counts.
  ///
  /// From pkg/printers/internalversion/printers.go of several versions.
  private static let signatures = [
    Signature(kind: "Event", headings: ["REASON", "OBJECT", "MESSAGE"]),
    Signature(kind: "Event", headings: ["REASON", "KIND", "MESSAGE"]),
    Signature(kind: "Pod", headings: ["READY", "STATUS", "RESTARTS"]),
    Signature(kind: "Pod", headings: ["RESTARTS", "CONTROLLED BY", "STATUS"]),
    Signature(kind: RuntimeContainer.kind, headings: ["CONTAINER", "STATE", "ATTEMPT", "POD ID"]),
    Signature(kind: RuntimeContainer.kind, headings: ["CONTAINER ID", "STATUS", "NAMES"]),
    Signature(kind: "Node", headings: ["STATUS", "ROLES", "VERSION"]),
    Signature(kind: "PersistentVolume", headings: ["CAPACITY", "CLAIM", "STATUS"]),
    Signature(kind: "PersistentVolumeClaim", headings: ["STATUS", "VOLUME", "CAPACITY"]),
    Signature(kind: "DaemonSet", headings: ["DESIRED", "CURRENT", "READY", "UP-TO-DATE"]),
    Signature(kind: "Deployment", headings: ["UP-TO-DATE", "AVAILABLE"]),
    Signature(kind: "ReplicaSet", headings: ["DESIRED", "CURRENT", "READY"]),
    Signature(kind: "StatefulSet", headings: ["READY"], isWhole: true),
    Signature(kind: "StatefulSet", headings: ["READY", "CONTAINERS", "IMAGES"], isWhole: true),
    Signature(kind: "Job", headings: ["COMPLETIONS", "DURATION"]),
    Signature(kind: "CronJob", headings: ["SCHEDULE", "SUSPEND"]),
    Signature(kind: "Service", headings: ["TYPE", "CLUSTER-IP"]),
    Signature(kind: "EndpointSlice", headings: ["ADDRESSTYPE", "ENDPOINTS"]),
    Signature(kind: "Endpoints", headings: ["ENDPOINTS"], isWhole: true),
    Signature(kind: "StorageClass", headings: ["PROVISIONER"]),
    Signature(kind: "VolumeAttachment", headings: ["ATTACHER", "PV", "NODE"]),
    Signature(kind: "CSIDriver", headings: ["ATTACHREQUIRED", "PODINFOONMOUNT"]),
    Signature(kind: "CSINode", headings: ["DRIVERS"], isWhole: true),
    Signature(kind: "CSIStorageCapacity", headings: ["STORAGECLASSNAME", "CAPACITY"]),
    Signature(kind: "ResourceQuota", headings: ["REQUEST", "LIMIT"]),
    Signature(kind: "HorizontalPodAutoscaler", headings: ["REFERENCE", "TARGETS", "MINPODS"]),
    Signature(kind: "PodDisruptionBudget", headings: ["MIN AVAILABLE", "ALLOWED DISRUPTIONS"]),
    Signature(kind: "PriorityClass", headings: ["VALUE", "GLOBAL-DEFAULT"]),
    Signature(kind: "RuntimeClass", headings: ["HANDLER"], isWhole: true),
    Signature(kind: "Lease", headings: ["HOLDER"], isWhole: true),
    Signature(kind: "ServiceAccount", headings: ["SECRETS"], isWhole: true),
    Signature(kind: "ConfigMap", headings: ["DATA"], isWhole: true),
    Signature(kind: "Secret", headings: ["TYPE", "DATA"], isWhole: true),
    Signature(kind: "Namespace", headings: ["STATUS"], isWhole: true),
    Signature(kind: "NetworkPolicy", headings: ["POD-SELECTOR"], isWhole: true),
    Signature(kind: "ResourceClaim", headings: ["STATE"], isWhole: true),
    Signature(kind: "ResourceSlice", headings: ["NODE", "DRIVER", "POOL"]),
    Signature(kind: "PodTemplate", headings: ["CONTAINERS", "IMAGES", "POD LABELS"]),
  ]
}
