import KubernetesModel
import Provenance
import YAML

/// Tells which object a fragment of a description is about.
struct FragmentSubject {
  private let command: KubectlCommand
  private let events: [EventRow]

  init(of fragment: DescriptionFragment, below command: KubectlCommand) {
    self.command = command
    events = fragment.events
  }

  /// The object that the command names, else the one that its events name, else the only one of its kind that is in
  /// trouble in the rest of the text, else one without a name.
  ///
  /// - Parameters:
  ///   - namespace: that of objects which nothing tells it of.
  ///   - objects: what else the text shows.
  /// - Returns: nil when not even the kind is known.
  func object(in namespace: String, among objects: [Document]) -> ObjectReference? {
    let kind = command.verb == .describe ? command.kind : nil
    if let kind, let name = namedByCommand {
      return ObjectReference(kind: kind, namespace: namespace, name: name)
    }
    if kind ?? Pod.kind == Pod.kind, let pod = namedByEvents {
      return ObjectReference(
        kind: Pod.kind, namespace: pod.namespace.isEmpty ? namespace : pod.namespace,
        name: pod.name)
    }
    guard let kind = kind ?? kindByEvents else { return nil }
    if kind == Pod.kind, let pod = Self.onlyTroubled(of: objects) { return pod }
    return ObjectReference(kind: kind, namespace: namespace, name: UnnamedObject.name)
  }

  /// Names that a shell would have put in are none.
  private var namedByCommand: String? {
    guard command.names.count == 1, let name = command.names.first else { return nil }
    return RowName(name)?.name
  }
}

extension FragmentSubject {
  private var namedByEvents: PodMention? {
    let named = Set(events.compactMap { Self.pod(in: $0.message) })
    let names = Set(named.map(\.name))
    return names.count == 1 ? named.max { $0.namespace.utf8.count < $1.namespace.utf8.count } : nil
  }

  /// The pod that a message is about: `Successfully assigned shop/web to a`, `… in pod web_shop(UID)`,
  /// `… for pod "web_shop(UID)"`.
  private static func pod(in message: String) -> PodMention? {
    if let behind = message.behind("Successfully assigned ") {
      let parts = behind.before(" ").split(separator: "/").map(String.init)
      guard let name = parts.last, RowName(name) != nil else { return nil }
      return PodMention(namespace: parts.count == 2 ? parts[0] : "", name: name, uid: "")
    }
    if let joined = PodMention.joined(in: message) {
      return PodMention(namespace: joined.namespace, name: joined.name, uid: "")
    }
    if let behind = message.behind("restarting failed container ")?.behind(" in pod ") {
      return restarted(behind.before("("))
    }
    guard let quoted = message.behind(" pod \"")?.before("\"") else { return nil }
    let parts = quoted.split(separator: "/").map(String.init)
    guard let name = parts.last, parts.count < 3, RowName(name) != nil else { return nil }
    return PodMention(namespace: parts.count == 2 ? parts[0] : "", name: name, uid: "")
  }

  /// `NAME_NAMESPACE`, the id behind which whoever pasted the text may have blotted out.
  private static func restarted(_ joined: Substring) -> PodMention? {
    let parts = joined.split(separator: "_").map(String.init)
    guard let name = parts.first, parts.count < 3, RowName(name) != nil else { return nil }
    return PodMention(namespace: parts.count == 2 ? parts[1] : "", name: name, uid: "")
  }

  /// The kind of objects that the senders of the events write about.
  private var kindByEvents: String? {
    guard !events.isEmpty else { return Pod.kind }
    for event in events {
      let sender = event.sender.before(",")
      if let kind = Self.kinds[String(sender)] { return kind }
      if sender.holds("provisioner") || event.reason.hasPrefix("Provisioning") {
        return PersistentVolumeClaim.kind
      }
      if event.reason.hasPrefix("Node") || Self.reasonsOfNodes.contains(event.reason) {
        return Node.kind
      }
    }
    return events.contains { Self.isOfPod($0) } ? Pod.kind : nil
  }

  private static func isOfPod(_ event: EventRow) -> Bool {
    event.sender.hasPrefix("kubelet") || event.sender.holds("scheduler")
      || event.sender.hasPrefix("attachdetach") || reasonsOfPods.contains(event.reason)
  }

  private static let kinds = [
    "deployment-controller": "Deployment", "replicaset-controller": "ReplicaSet",
    "statefulset-controller": "StatefulSet", "daemonset-controller": "DaemonSet",
    "job-controller": "Job", "cronjob-controller": "CronJob",
    "persistentvolume-controller": "PersistentVolumeClaim", "node-controller": "Node",
    "horizontal-pod-autoscaler": "HorizontalPodAutoscaler", "service-controller": "Service",
    "replication-controller": "ReplicationController",
  ]

  private static let reasonsOfNodes: Set<String> = [
    "Starting", "Rebooted", "InvalidDiskCapacity", "ImageGCFailed", "FreeDiskSpaceFailed",
    "EvictionThresholdMet", "SystemOOM", "RegisteredNode", "ContainerGCFailed",
    "FailedNodeAllocatableEnforcement",
  ]

  private static let reasonsOfPods: Set<String> = [
    "Scheduled", "FailedScheduling", "Pulling", "Pulled", "Failed", "BackOff", "Created", "Started",
    "FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox", "Unhealthy", "Killing",
  ]
}

extension FragmentSubject {
  /// The only pod of the text that is not ready, or the only one that it shows.
  static func onlyTroubled(of objects: [Document]) -> ObjectReference? {
    let pods = objects.map(\.root).filter { $0["kind"]?.string == Pod.kind }
    let troubled = pods.filter(Self.isTroubled)
    let references = Set((pods.count == 1 ? pods : troubled).map(Self.reference))
    return references.count == 1 ? references.first : nil
  }

  private static func reference(to pod: YAMLNode) -> ObjectReference {
    ObjectReference(
      kind: Pod.kind, namespace: pod["metadata"]?["namespace"]?.string ?? "",
      name: pod["metadata"]?["name"]?.string ?? "")
  }

  private static func isTroubled(_ pod: YAMLNode) -> Bool {
    let status = pod["status"]
    let conditions = status?["conditions"].map { Array($0.elements) } ?? []
    return status?["phase"]?.string != "Succeeded"
      && !conditions.contains { $0["type"]?.string == "Ready" && $0["status"]?.string == "True" }
  }
}
