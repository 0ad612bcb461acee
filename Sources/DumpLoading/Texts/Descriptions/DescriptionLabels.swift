/// The labels that stand at the margin of a description, in all versions of kubectl.
enum DescriptionLabels {
  /// Whether the line is a field of a description: a label that kubectl prints, or one set apart as kubectl does.
  static func isField(_ line: TextLine) -> Bool {
    guard let colon = line.colonOfLabel else { return false }
    let label = line.content[..<colon]
    if known.contains(String(decoding: label, as: UTF8.self)) { return true }
    guard label.first?.isUppercaseLetter == true, label.allSatisfy(isLabelOctet) else {
      return false
    }
    let rest = line.content[(colon + 1)...]
    return rest.isEmpty || rest.indexOfGap() == rest.startIndex
  }

  /// Whether kubectl prints this label at the margin.
  static func isKnownField(_ line: TextLine) -> Bool {
    guard let colon = line.colonOfLabel else { return isTitle(line) }
    return known.contains(String(decoding: line.content[..<colon], as: UTF8.self))
  }

  /// Whether the line is one of the few at the margin that bear no colon.
  static func isTitle(_ line: TextLine) -> Bool {
    titles.contains { line.content.begins(with: $0) } || isRule(line)
  }

  /// Whether rows follow at the margin: those of a quota or a limit range.
  static func isHeaderOfRows(_ line: TextLine) -> Bool {
    line.begins(with: "Resource  ") || line.begins(with: "Type  ")
  }

  /// Whether the line is the stroke below a title: `====`.
  static func isRule(_ line: TextLine) -> Bool {
    let content = line.content
    guard content.count >= 3 else { return false }
    return content.allSatisfy { $0 == UInt8(ascii: "=") }
      || content.allSatisfy { $0 == UInt8(ascii: "-") || $0.isBlank }
  }

  private static func isLabelOctet(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || octet.isBlank || octet == UInt8(ascii: "-")
      || octet == UInt8(ascii: "/") || octet == UInt8(ascii: ".")
  }

  private static let titles: [StaticString] = [
    "Data", "BinaryData", "Resource Quotas", "Resource Limits", "No resource quota.",
    "No LimitRange resource.", "Resource  ", "Type  ",
  ]

  private static let known: Set<String> = [
    "API Version", "AccessModes", "Access Modes", "Active Deadline Seconds", "Active Jobs",
    "Address", "AddressType", "Addresses", "Allocatable", "Allocated resources",
    "Allowed disruptions",
    "AllowVolumeExpansion", "AllowedTopologies", "Annotations", "AppProtocol", "Backoff Limit",
    "Behavior", "CIDRs", "Capacity", "Claim", "Completed At", "Completed Indexes",
    "Completion Mode",
    "Completions", "Concurrency Policy", "Conditions", "Containers", "Controlled By", "Controller",
    "CreationTimestamp", "Current Number of Nodes Scheduled", "DataSource", "Default backend",
    "DeletionGracePeriodSeconds", "Description", "Desired LoadBalancer IP",
    "Desired Number of Nodes Scheduled", "DriverName", "Duration", "Endpoints",
    "Ephemeral Containers",
    "Events", "External IPs", "External Name", "External Traffic Policy",
    "Failed Job History Limit",
    "Finalizers", "GlobalDefault", "HealthCheck NodePort", "IP", "IP Families", "IP Family",
    "IP Family Policy", "IPs", "Image pull secrets", "Ingress Class", "Init Containers",
    "Internal Traffic Policy", "IsDefaultClass", "Kind", "Labels", "Last Schedule Time", "Lease",
    "LoadBalancer Ingress", "LoadBalancer Source Ranges", "LocalhostProfile", "Max replicas",
    "Max unavailable", "Message", "Metadata", "Metrics", "Min available", "Min replicas",
    "MinReadySeconds", "MountOptions", "Mountable secrets", "Mounted By", "Name", "Namespace",
    "NewReplicaSet", "NewReplicaSets", "Node", "Node Affinity", "Node-Selector", "Node-Selectors",
    "NodePort", "NominatedNodeName", "Non-terminated Pods", "Number of Nodes Misscheduled",
    "Number of Nodes Scheduled with Available Pods",
    "Number of Nodes Scheduled with Up-to-date Pods",
    "OldReplicaSets", "Parallelism", "Parameters", "Persistent Volume Claim Retention Policy",
    "Pod Management Policy", "Pod Selector", "Pod Template", "PodCIDR", "PodCIDRs", "Pods",
    "Pods Status", "Pods Statuses", "PolicyRule", "Port", "Ports", "PreemptionPolicy", "Priority",
    "Priority Class Name", "PriorityClassName", "ProviderID", "Provisioner", "QoS Class",
    "Readiness Gates", "Reason", "Reclaim Policy", "ReclaimPolicy", "Reference", "Replicas",
    "Resources", "Role", "Roles", "RollingUpdateStrategy", "Rules", "Runtime Class Name",
    "Schedule",
    "SchedulingGroup", "Scopes", "SeccompProfile", "Selector", "Service Account",
    "Service Account Name", "Service Name", "Session Affinity", "Source", "Spec",
    "Start Time", "Starting Deadline Seconds", "Status", "StorageClass", "StrategyType", "Subjects",
    "Subsets", "Successful Job History Limit", "Suspend", "System Info", "TLS",
    "TTL Seconds After Finished", "Taints", "TargetPort", "Termination Grace Period", "Time Zone",
    "Tokens", "Tolerations", "Topology Spread Constraints", "Traffic Distribution", "Type",
    "Unschedulable", "Update Strategy", "Used By", "Value", "Volume", "Volume Claims",
    "VolumeAttributesClass",
    "VolumeBindingMode", "VolumeMode", "Volumes",
  ]
}
