import KubernetesModel
import Provenance
import Scheduling

/// Makes the pods of manifests in a cluster, one workload after the other as the scheduler would, and says
/// how each gets on.
struct ClusterFit: Sendable {
  /// How many pods are made at the most of one workload, and of all.
  private static let limits = (ofOne: 10_000, ofAll: 100_000)

  private let updated: UpdatedCluster
  private let expanded: ExpandedSnapshot
  private let judge: FitJudge
  /// The workloads that want more pods than are made.
  private let curtailed: Set<ObjectReference>
  /// The cluster with the pods that the API server lets in.
  private var admitted: ClusterSnapshot
  private var fits: [ObjectReference: WorkloadFit] = [:]
  private var stuck: [ObjectReference: PlacementExplanation] = [:]

  init(of manifests: [Manifest], in cluster: ReviewCluster) {
    var updated = UpdatedCluster(cluster, applying: manifests)
    curtailed = updated.curtail(toAtMost: Self.limits.ofOne, ofAll: Self.limits.ofAll)
    self.updated = updated
    expanded = WorkloadExpansion(of: updated.snapshot, manifests: updated.workloads).expanded()
    admitted = expanded.snapshot
    judge = FitJudge(in: cluster, after: expanded)
  }

  /// How each workload gets on.
  consuming func result() -> [ObjectReference: WorkloadFit] {
    for (workload, kept) in updated.kept { fits[workload] = WorkloadFit(placed: kept) }
    admit()
    if admitted.holds(kind: Node.kind) {
      placeAll()
      tryRollouts()
    } else {
      for workload in updated.workloads {
        fits[workload, default: WorkloadFit()].unknown = "the dump holds no nodes"
      }
    }
    for workload in curtailed {
      fits[workload] = WorkloadFit(unknown: "it wants more pods than are simulated")
    }
    return fits
  }
}

extension ClusterFit {
  /// Leaves out the pods that the API server would refuse.
  private mutating func admit() {
    var admission = FitAdmission(
      in: expanded.snapshot, without: Array(updated.outgoing.values.joined()))
    var refused: Set<ObjectReference> = []
    var letIn = updated.kept
    for pod in expanded.snapshot.pods.byPriority {
      let reference = pod.reference
      guard let origin = origin(of: reference) else { continue }
      let refusals = admission.refusals(of: pod, from: origin)
      guard !refusals.isEmpty else {
        letIn[origin.object, default: 0] += 1
        continue
      }
      refused.insert(reference)
      fits[origin.object, default: WorkloadFit()].wanted += 1
      if fits[origin.object]?.refusals.isEmpty ?? true {
        fits[origin.object]?.refusals = refusals.map { refusal in
          var refusal = refusal
          refusal.admitted = letIn[origin.object] ?? 0
          return refusal
        }
      }
    }
    admitted = expanded.snapshot.without(refused)
  }

  /// Finds nodes for all pods that are let in.
  private mutating func placeAll() {
    var simulation = Simulation(of: admitted)
    let queue = simulation.queue()
    let start = simulation
    for pod in queue { place(pod, in: &simulation) }
    for (workload, explanation) in stuck {
      conclude(about: workload, explanation, queue, from: start)
    }
    missNodesByName()
  }

  private mutating func place(_ pod: PodInfo, in simulation: inout Simulation) {
    let outcome = simulation.schedule(pod, detail: .decisions)
    // The next pods find the victims gone, and the room that they leave taken.
    if let preemption = outcome.preemption { simulation.settle(pod, after: preemption) }
    guard let workload = origin(of: pod.reference)?.object else { return }
    var fit = fits[workload] ?? WorkloadFit()
    fit.wanted += 1
    switch outcome.kind {
    case .unschedulable where outcome.preemption?.nominatedNode != nil:
      fit.fitting += 1
      let victims = outcome.preemption?.victims.map(\.reference) ?? []
      fit.evicted += victims.filter { !fit.evicted.contains($0) }
    case .unschedulable where stuck[workload] == nil:
      stuck[workload] = simulation.explanation(of: pod)
    case .unschedulable: break
    // Whoever holds a pod back, or schedules it instead, may have reasons that no dump shows.
    case .scheduled, .gated, .skipped, .error: fit.fitting += 1
    }
    fits[workload] = fit
  }

  /// Says what stops the next pod, and whether the other manifests take its place.
  private mutating func conclude(
    about workload: ObjectReference, _ explanation: PlacementExplanation, _ queue: [PodInfo],
    from start: Simulation
  ) {
    var fit = fits[workload] ?? WorkloadFit()
    let origin =
      origin(of: explanation.pod.reference) ?? PodOrigin(workload, prefix: "spec.template.")
    fit.obstacle = judge.obstacle(explanation, of: origin)
    if fit.obstacle == nil { fit.unknown = "the dump does not hold all that its pods ask for" }
    var trial = start
    let alone = queue.count { pod in
      self.origin(of: pod.reference)?.object == workload
        && trial.schedule(pod, detail: .decisions).kind == .scheduled
    }
    fit.alone = max(alone + (updated.kept[workload] ?? 0), fit.fitting)
    fits[workload] = fit
  }

  /// Pods that name their node need no scheduler; the kubelet of a node that is not there never runs them.
  private mutating func missNodesByName() {
    for pod in admitted.pods where !pod.spec.nodeName.isEmpty {
      guard let origin = origin(of: pod.reference) else { continue }
      var fit = fits[origin.object] ?? WorkloadFit()
      fit.wanted += 1
      if admitted.nodes.named(pod.spec.nodeName) != nil {
        fit.fitting += 1
      } else {
        fit.obstacle = FitObstacle(
          cause: "node-name-missing", says: "there is no node \(pod.spec.nodeName)",
          field: origin.field("spec.nodeName").field)
      }
      fits[origin.object] = fit
    }
  }

  /// What keeps rollouts from their first steps.
  private mutating func tryRollouts() {
    for (workload, outgoing) in updated.outgoing.sorted(by: { $0.key < $1.key }) {
      let object = updated.snapshot[workload]
      if let set = object as? StatefulSet, updated.renewed.contains(workload) {
        fits[workload, default: WorkloadFit()].waitsFor =
          StatefulSetRollout(of: set, replacing: outgoing).waitsFor
      }
      guard fits[workload]?.obstacle == nil, fits[workload]?.refusals.isEmpty ?? true,
        let tried = tried(of: object, at: workload, replacing: outgoing)
      else { continue }
      // Whether a new pod finds a place beside the old ones, where none of them may go before.
      for pod in tried {
        guard let obstacle = obstacle(to: pod, beside: outgoing) else { continue }
        fits[workload, default: WorkloadFit()].rollout = obstacle
        break
      }
    }
  }

  /// The new pods that need room beside old ones; of a daemon set, each on its node.
  private func tried(
    of object: (any KubernetesObject)?, at workload: ObjectReference, replacing old: [Pod]
  ) -> [Pod]? {
    switch object {
    case let deployment as Deployment:
      DeploymentRollout(of: deployment, replacing: old).needsRoomFirst
        ? Array(pods(of: workload).prefix(1)) : nil
    case let set as DaemonSet:
      updated.renewed.contains(workload)
        && DaemonSetRollout(of: set, replacing: old).needsRoomFirst
        ? Array(pods(of: workload).prefix(Self.triedNodes)) : nil
    default: nil
    }
  }

  /// On how many nodes at the most a daemon set's rollout is tried.
  private static let triedNodes = 20

  private func pods(of workload: ObjectReference) -> [Pod] {
    admitted.pods.filter { origin(of: $0.reference)?.object == workload }
  }

  private func obstacle(to pod: Pod, beside outgoing: [Pod]) -> FitObstacle? {
    guard let origin = origin(of: pod.reference) else { return nil }
    var admission = FitAdmission(in: updated.snapshot, without: [])
    if let refusal = admission.refusals(of: pod, from: origin).first {
      return FitObstacle(cause: refusal.cause, says: refusal.says, field: refusal.field)
    }
    let others = admitted.pods.filter { self.origin(of: $0.reference) != nil }.map(\.reference)
    let before = admitted.without(Set(others)).overlaid(with: outgoing)
    var simulation = Simulation(of: before)
    _ = simulation.queue()
    let outcome = simulation.decision(about: pod)
    guard outcome.kind == .unschedulable, outcome.preemption?.nominatedNode == nil else {
      return nil
    }
    return simulation.explanation(of: outcome.pod).flatMap { judge.obstacle($0, of: origin) }
  }

  /// The manifest that a pod is made from; nil for pods that were there before.
  private func origin(of pod: ObjectReference) -> PodOrigin? {
    if let origin = expanded.origins[pod] {
      return updated.workloads.contains(origin.object) ? origin : nil
    }
    return updated.workloads.contains(pod) ? PodOrigin(pod, prefix: "") : nil
  }
}

extension WorkloadFit {
  /// A workload of which so many pods are where they shall be.
  fileprivate init(placed: Int) {
    self.init(wanted: placed, fitting: placed, alone: placed)
  }
}

extension [Pod] {
  /// The highest priority first, otherwise in their order.
  fileprivate var byPriority: [Pod] {
    enumerated().sorted { one, other in
      let (first, second) = (one.element.spec.priority ?? 0, other.element.spec.priority ?? 0)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
  }
}
