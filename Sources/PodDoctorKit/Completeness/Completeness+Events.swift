import Findings
import KubernetesModel

extension Completeness {
  /// The API server forgets events after this many seconds unless it is told otherwise (`--event-ttl`).
  private static let eventLife: Double = 3600

  /// Pods in trouble that no event speaks of, although the dump holds events.
  func events(about troubled: [Pod]) -> [DiagnosisReport.Gap] {
    guard scope.facts.holds("Event") else { return [] }
    let forgotten = troubled.filter(isForgotten)
    let unseen = namespacesOfRecent(among: troubled).subtracting(namespacesOfEvents).sorted()
    return unseen.prefix(3).map(Self.events(ofNamespace:)) + Self.lostEvents(about: forgotten)
  }

  private var namespacesOfEvents: Set<String> {
    let events = scope.facts.snapshot.events
    var namespaces: Set<String> = []
    // They are in the order of their namespaces.
    for index in events.indices
    where index == 0 || events[index].metadata.namespace != events[index - 1].metadata.namespace {
      namespaces.insert(events[index].metadata.namespace)
    }
    return namespaces
  }

  /// The namespaces of pods of which events are still kept.
  private func namespacesOfRecent(among pods: [Pod]) -> Set<String> {
    var namespaces: Set<String> = []
    var last: String?
    for index in pods.indices
    where pods[index].metadata.namespace != last && !isOld(pods[index]) {
      last = pods[index].metadata.namespace
      namespaces.insert(pods[index].metadata.namespace)
    }
    return namespaces
  }

  private static func events(ofNamespace name: String) -> DiagnosisReport.Gap {
    .init(
      missing: "events of namespace \(name)",
      weakens: "the causes there are read from statuses alone",
      command: "kubectl -n \(name) get events -o yaml")
  }

  /// Whether the pod is older than events live, and nothing of it is left.
  private func isForgotten(_ pod: Pod) -> Bool {
    isOld(pod) && scope.facts.events(about: pod.reference).isEmpty
  }

  private func isOld(_ pod: Pod) -> Bool {
    (scope.facts.age(of: pod.metadata.creationTimestamp) ?? 0) > Self.eventLife
  }

  private static func lostEvents(about pods: [Pod]) -> [DiagnosisReport.Gap] {
    guard let first = pods.first else { return [] }
    let more = pods.count > 1 ? " and \(pods.count - 1) more" : ""
    let node = pods.lazy.map(\.spec.nodeName).first { !$0.isEmpty }
    return [
      .init(
        missing: "events about \(first.metadata.name)\(more)",
        weakens: "what happened more than an hour ago is forgotten, but the node's journal has it",
        command: node.map { "journalctl -u kubelet > kubelet.log  # on node \($0)" })
    ]
  }
}
