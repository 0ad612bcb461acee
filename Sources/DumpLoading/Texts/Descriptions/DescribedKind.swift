/// Tells of what kind a described object is: kubectl does not print it, but each kind has labels of its own.
enum DescribedKind {
  /// The kind; nil when no label tells it.
  static func kind(of description: Description) -> String? {
    distinctive.first { description.has($0.label) }?.kind ?? kindByShape(of: description)
  }

  /// Labels that only one kind has, those of kinds that have labels of others too first.
  private static let distinctive: [(label: String, kind: String)] = [
    ("Non-terminated Pods", "Node"), ("Unschedulable", "Node"), ("System Info", "Node"),
    ("Roles", "Node"),
    ("StrategyType", "Deployment"), ("RollingUpdateStrategy", "Deployment"),
    ("OldReplicaSets", "Deployment"), ("NewReplicaSet", "Deployment"),
    ("Update Strategy", "StatefulSet"), ("Volume Claims", "StatefulSet"),
    ("Pod Management Policy", "StatefulSet"),
    ("Desired Number of Nodes Scheduled", "DaemonSet"),
    ("Number of Nodes Misscheduled", "DaemonSet"), ("Node-Selector", "DaemonSet"),
    ("Concurrency Policy", "CronJob"), ("Schedule", "CronJob"),
    ("Pods Statuses", "Job"), ("Parallelism", "Job"), ("Backoff Limit", "Job"),
    ("Reclaim Policy", "PersistentVolume"), ("Claim", "PersistentVolume"),
    ("IsDefaultClass", "StorageClass"), ("VolumeBindingMode", "StorageClass"),
    ("Used By", "PersistentVolumeClaim"), ("Mounted By", "PersistentVolumeClaim"),
    ("Session Affinity", "Service"), ("TargetPort", "Service"), ("IP Families", "Service"),
    ("Subsets", "Endpoints"), ("AddressType", "EndpointSlice"),
    ("GlobalDefault", "PriorityClass"), ("Image pull secrets", "ServiceAccount"),
    ("Mountable secrets", "ServiceAccount"), ("Min available", "PodDisruptionBudget"),
    ("Max unavailable", "PodDisruptionBudget"), ("Min replicas", "HorizontalPodAutoscaler"),
    ("Max replicas", "HorizontalPodAutoscaler"), ("Default backend", "Ingress"),
    ("Ingress Class", "Ingress"), ("PolicyRule", "Role"),
    ("Created on", "NetworkPolicy"), ("Controller", "IngressClass"), ("Subjects", "RoleBinding"),
    ("QoS Class", "Pod"), ("Containers", "Pod"), ("Init Containers", "Pod"), ("IPs", "Pod"),
    ("Node", "Pod"), ("Node-Selectors", "Pod"), ("Priority", "Pod"), ("Service Account", "Pod"),
  ]

  private static func kindByShape(of description: Description) -> String? {
    if let kind = description["Kind"]?.given, description.has("API Version") { return kind }
    if description.has("Volume"), description.has("StorageClass") { return "PersistentVolumeClaim" }
    if let replicas = description["Replicas"]?.value { return kind(ofReplicas: replicas) }
    if description.hasTitle("Resource  ") { return "ResourceQuota" }
    if description.hasTitle("Type  ") { return "LimitRange" }
    if description.hasTitle("Data") { return description.has("Type") ? "Secret" : "ConfigMap" }
    if isNamespace(description) { return "Namespace" }
    return nil
  }

  private static func kind(ofReplicas text: String) -> String? {
    if text.contains("updated") { return "Deployment" }
    if text.contains("total") { return "StatefulSet" }
    return text.contains("current") ? "ReplicaSet" : nil
  }

  private static func isNamespace(_ description: Description) -> Bool {
    if description.hasTitle("No resource quota.") || description.hasTitle("Resource Quotas") {
      return true
    }
    let phase = description["Status"]?.value
    return !description.has("Namespace") && (phase == "Active" || phase == "Terminating")
  }
}
