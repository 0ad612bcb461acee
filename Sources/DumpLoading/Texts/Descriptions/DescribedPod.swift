import KubernetesModel
import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a described pod.
  mutating func describedPod(_ description: Description) {
    let pod = DescribedPodSpec { description[$0] }
    let restarts = DescribedRestartPolicy.policy(of: description, pod)
    mapping("spec") { spec in
      spec.describedPodSpec(pod)
      spec.fill("restartPolicy", restarts ?? "")
      spec.number("priority", description["Priority"])
      let node = description["Node"]
      if let node { spec.text("nodeName", DescribedNodeName(node.given ?? "").name, at: node) }
      spec.number("terminationGracePeriodSeconds", description["Termination Grace Period"])
      spec.describedGates(description["Readiness Gates"])
      spec.describedResources("resources", description["Resources"])
    }
    mapping("status") { $0.describedPodStatus(description, pod) }
  }

  private mutating func describedPodStatus(_ description: Description, _ pod: DescribedPodSpec) {
    if let status = description["Status"], let phase = status.given {
      text("phase", phase.hasPrefix("Terminating") ? pod.phaseOfTerminating : phase, at: status)
    }
    text("reason", description["Reason"])
    if let message = description["Message"] { text("message", message.longText, at: message) }
    if let node = description["Node"] {
      text("hostIP", DescribedNodeName(node.given ?? "").address, at: node)
    }
    text("podIP", description["IP"])
    time("startTime", description["Start Time"])
    text("nominatedNodeName", description["NominatedNodeName"])
    text("qosClass", description["QoS Class"])
    describedConditions(description["Conditions"])
    describedStatuses("initContainerStatuses", of: pod.initContainers)
    describedStatuses("containerStatuses", of: pod.containers)
    describedStatuses("ephemeralContainerStatuses", of: pod.ephemeralContainers)
  }

  /// Rows of type and status below a header.
  private mutating func describedConditions(_ table: OutlineNode?) {
    let rows = table.map { $0.children.map { ($0, $0.content.words) } } ?? []
    let conditions = rows.filter { $0.1.count == 2 && Self.isConditionStatus($0.1[1]) }
    guard !conditions.isEmpty else { return }
    field(
      "conditions",
      sequence: { sequence in
        for (node, words) in conditions {
          sequence.mark = node.startMark
          sequence.mapping { condition in
            condition.field("type", String(decoding: words[0], as: UTF8.self))
            condition.field("status", String(decoding: words[1], as: UTF8.self))
          }
        }
      })
  }

  private static func isConditionStatus(_ word: ArraySlice<UInt8>) -> Bool {
    word.equals("True") || word.equals("False") || word.equals("Unknown")
  }

  private mutating func describedGates(_ table: OutlineNode?) {
    let rows = table.map { $0.children.filter { $0.content.words.count == 2 } } ?? []
    let gates = rows.map { ($0, String(decoding: $0.content.words[0], as: UTF8.self)) }
      .filter { $0.1 != "Type" }
    guard !gates.isEmpty else { return }
    field(
      "readinessGates",
      sequence: { sequence in
        for (node, gate) in gates {
          sequence.mark = node.startMark
          sequence.mapping { $0.field("conditionType", gate) }
        }
      })
  }
}

/// `worker-1/172.18.0.4`: the name of a node, and its address where the pod has one.
private struct DescribedNodeName {
  var name: String
  var address: String

  init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    name = parts.first ?? ""
    address = parts.count > 1 ? parts[1] : ""
  }
}
