import Basics
import KubernetesModel
import Provenance

/// What of a dump the user wants diagnosed; everything read is used to diagnose it.
struct DiagnosisScope: Sendable {
  let facts: ClusterFacts
  /// The chosen pods.
  let pods: [Pod]
  /// The chosen pods about which anything is other than it should be.
  let troubled: [Pod]
  /// The names of the chosen pods.
  let podNames: Set<ObjectReference>
  /// The names of the chosen pods that are ready or have done their work.
  let healthyNames: Set<ObjectReference>
  /// The names of the chosen pods of which only the manifest is known.
  let namesWithoutStatus: Set<ObjectReference>
  /// The chosen namespaces; empty for all.
  private let namespaces: Set<String>
  /// Whether anything but namespaces narrows the choice.
  private let isNarrow: Bool
  private let targets: Set<ConsultationOptions.Target>
  private let surroundings: Once<Set<ObjectReference>>

  /// Of so many pods the names are known before another processor is awake.
  private static let fewPods = 4_096

  init(_ options: ConsultationOptions, in facts: ClusterFacts) throws(ConsultationError) {
    self.facts = facts
    namespaces = Set(options.namespaces)
    targets = Set(options.targets)
    isNarrow = !targets.isEmpty || options.labelSelector != nil || options.fieldSelector != nil
    let filter = try PodFilter(options)
    let choice = TargetChoice(options.targets, in: facts)
    let all = facts.snapshot.pods
    let pods =
      isNarrow || !namespaces.isEmpty
      ? all.filter { filter.takes($0) && choice.takes($0) } : all
    self.pods = pods
    troubled = Self.troubled(among: pods, in: facts)
    (podNames, healthyNames) = concurrently(
      when: pods.count > Self.fewPods, { Set(pods.map(\.reference)) },
      { Self.names(of: pods) { PodTrouble.isHealthy($0, at: facts.now) } })
    namesWithoutStatus = Self.names(of: pods, where: PodTrouble.lacksStatus)
    surroundings = Once { Self.surroundings(of: pods, in: facts) }
    guard
      !pods.isEmpty || !choice.others.isEmpty || !isNarrow && namespaces.isEmpty
        || !isNarrow && !namespaces.isDisjoint(with: facts.snapshot.namespacesSeen)
    else { throw .nothingMatched(Self.nothingMatched(options)) }
  }

  /// Whether a finding about `object`, which is no pod, is wanted.
  func takes(_ object: ObjectReference) -> Bool {
    if targets.contains(.init(kind: object.kind, name: object.name)) { return true }
    if isNarrow { return concerns(object) }
    if namespaces.isEmpty { return true }
    if object.namespace.isEmpty { return concerns(object) }
    return namespaces.contains(object.namespace)
  }

  /// Whether a chosen pod runs on the node, lives in the namespace or belongs to the workload.
  private func concerns(_ object: ObjectReference) -> Bool {
    object.kind == "Namespace" && namespaces.contains(object.name)
      || surroundings.value.contains(object)
  }

  private static func surroundings(
    of pods: [Pod], in facts: ClusterFacts
  ) -> Set<ObjectReference> {
    var surroundings: Set<ObjectReference> = []
    for pod in pods {
      surroundings.insert(ObjectReference(kind: "Node", name: pod.spec.nodeName))
      surroundings.insert(ObjectReference(kind: "Namespace", name: pod.metadata.namespace))
      surroundings.insert(facts.ownership.workload(of: pod))
    }
    return surroundings
  }

  private static func troubled(among pods: [Pod], in facts: ClusterFacts) -> [Pod] {
    let isTroubled = pods.concurrentMap(chunkSize: 512) { pod in
      PodTrouble.isIn(
        pod, at: facts.now, isPartial: facts.snapshot.isPartial(pod.reference))
    }
    return pods.indices.filter { isTroubled[$0] }.map { pods[$0] }
  }

  private static func names(
    of pods: [Pod], where isMeant: (Pod) -> Bool
  ) -> Set<ObjectReference> {
    let meant = pods.indices.filter { isMeant(pods[$0]) }
    return Set(meant.map { pods[$0].reference })
  }

  private static func nothingMatched(_ options: ConsultationOptions) -> String {
    let targets = options.targets.map { "\($0.kind.lowercased())/\($0.name)" }
    let parts = [
      targets.isEmpty ? nil : targets.joined(separator: ", "),
      options.namespaces.isEmpty ? nil : "namespace \(options.namespaces.joined(separator: ", "))",
      options.labelSelector.map { "-l \($0)" },
      options.fieldSelector.map { "--field-selector \($0)" },
    ]
    return "nothing in the dump matches " + parts.compactMap(\.self).joined(separator: ", ")
  }
}
