import Basics
import KubernetesModel
import Provenance
import RuleEngine

/// Everything the dump says about one pod; shared by all facts about it.
final class PodCase: Sendable {
  let pod: Pod
  let reference: ObjectReference
  /// Where the pod stands in the dump.
  let origin: Origin
  let facts: ClusterFacts
  let workload: ObjectReference
  /// What a person changes to change the pod.
  let manifest: PodManifest
  let containers: [ContainerCase]
  /// All events about the pod, oldest first.
  let events: [EventNote]
  /// Texts about the pod as a whole that the signatures know, strongest first.
  let texts: [ClassifiedText]
  let deletion: DeletionState?
  let progress: PodProgress

  /// Every ConfigMap and Secret that the pod names.
  var references: [PodReference] { lazyReferences.value }
  private let lazyReferences: Once<[PodReference]>
  var namespace: String { pod.metadata.namespace }

  init(_ pod: Pod, in facts: ClusterFacts) {
    self.pod = pod
    self.facts = facts
    let reference = pod.reference
    let origin = facts.origin(of: reference)
    let lives = pod.containerLives
    let events = facts.events(about: reference, origin.root).map { $0.attributed(in: pod) }
    let progress = PodProgress(of: lives, events: events)
    self.reference = reference
    self.origin = origin
    self.progress = progress
    self.events = events
    workload = facts.ownership.workload(of: pod)
    manifest = PodManifest(of: pod, ownedBy: workload)
    containers = lives.map {
      ContainerCase($0, of: pod, events: events, progress: progress, in: facts)
    }
    lazyReferences = Once { pod.objectReferences }
    deletion = DeletionState(of: pod.metadata, at: facts.now)
    texts = Self.texts(about: pod, events: events, in: facts).filter { !progress.isPast($0) }
  }

  /// The node the pod is bound to, where the dump holds it.
  var node: NodeHealth? { pod.spec.nodeName.isEmpty ? nil : facts.node(named: pod.spec.nodeName) }

  /// Whether the pod has a node, which texts need not name.
  var isScheduled: Bool {
    !pod.spec.nodeName.isEmpty
      || pod.status.conditions.contains { $0.type == "PodScheduled" && $0.status == "True" }
  }

  private static func texts(
    about pod: Pod, events: [EventNote], in facts: ClusterFacts
  ) -> [ClassifiedText] {
    let started = pod.status.containerStatuses.compactMap { $0.state.running?.startedAt }.min()
    var found = events.reversed().compactMap { event -> ClassifiedText? in
      guard event.container == nil, event.isWarning || event.reason == "Failed" else { return nil }
      if let started, let last = event.last, last < started { return nil }
      return facts.texts.classify(event)
    }
    let status = facts.texts.classify(
      pod.status.message, in: ["kubelet-admission", "eviction"], reason: pod.status.reason,
      at: "status.message", of: pod.reference)
    if let status { found.insert(status, at: 0) }
    guard found.count > 1 else { return found }
    return found.enumerated().sorted {
      ($1.element.signature.weight, $0.offset) < ($0.element.signature.weight, $1.offset)
    }.map(\.element)
  }
}
