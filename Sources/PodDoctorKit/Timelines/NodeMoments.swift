import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// What became of a pod's node while the pod was there.
struct NodeMoments {
  private let pod: PodCase

  init(of pod: PodCase) {
    self.pod = pod
  }

  var all: [Moment] {
    guard let node = pod.node?.node else { return [] }
    let reference = ObjectReference(kind: Node.kind, name: node.metadata.name)
    let start = pod.pod.metadata.creationTimestamp ?? .distantPast
    return (conditions(of: node, reference) + events(about: reference)).filter { $0.last >= start }
  }

  private func conditions(of node: Node, _ reference: ObjectReference) -> [Moment] {
    node.status.conditions.enumerated().compactMap { index, condition in
      let isWell = condition.status == (condition.type == "Ready" ? "True" : "False")
      guard !isWell, let time = condition.lastTransitionTime else { return nil }
      return Moment(
        time, .node, "node \(reference.name): \(condition.type) became \(condition.status)",
        place: pod.facts.place(of: "status.conditions[\(index)]", in: reference))
    }
  }

  /// Events of the node that are more than its ordinary course.
  private func events(about reference: ObjectReference) -> [Moment] {
    pod.facts.events(about: reference).compactMap { event in
      let bearing = pod.facts.glossary["events", event.reason]?.bearing
      guard event.isWarning || bearing != .benign, let time = event.first else {
        return nil
      }
      return Moment(
        time, last: event.last, count: event.count, .node,
        "node \(reference.name): \(event.reason): \(Quotation.shortened(event.message))",
        place: pod.facts.place(of: "message", in: event.reference))
    }
  }
}
