import KubernetesModel
import Provenance
import Scheduling

/// Why a pod that waits for a node has none: one cause, the nodes it concerns, and the other ways out.
///
/// From the simulation where the dump holds nodes, held against what the scheduler recorded; from the
/// record alone where it does not.
struct PlacementCase: Sendable {
  /// What the cause was read from.
  enum Source: String, Sendable {
    case simulation, record
    /// A claim or name of the pod that cannot be met whatever the nodes are.
    case objects
  }

  /// A pod that waits shorter than this, and was not refused, is on its way.
  private static let patience: Double = 30

  var pod: PodCase
  var cause: String
  var source: Source
  var judgement: PlacementJudgement?
  /// The claim that the cause is about.
  var claim: ClaimUse?
  var record: RecordedRefusal?
  var view: PlacementView?
  var explanation: PlacementExplanation? { view?.explanation }

  /// Nil for a pod that does not wait, or of which nothing is known.
  init?(of pod: PodCase) {
    guard Self.waits(pod) else { return nil }
    let record = RecordedRefusal(of: pod)
    let age = pod.facts.age(of: pod.pod.metadata.creationTimestamp)
    guard record != nil || (age ?? .infinity) >= Self.patience else { return nil }
    self.pod = pod
    self.record = record
    cause = ""
    source = .objects
    let claimRefusals = record?.refusals.contains { $0.blockers.contains(where: \.isAboutClaims) }
    if claimRefusals ?? true, let trouble = ClaimTrouble.first(of: pod, record: record) {
      (cause, claim) = (trouble.cause, trouble.use)
      return
    }
    view = pod.facts.placements.view(of: pod.pod, total: record?.message.nodes) {
      Self.selectionCause(of: pod, $0)
    }
    if judgePod() { return }
    guard judgeNodes() else { return nil }
    refine()
  }

  /// A field of the pod that was explained as the same field of this one: of pods that are alike one is explained,
  /// and which of them does not matter.
  func own(_ place: FieldReference) -> FieldReference {
    let object = place.object
    guard object.kind == Pod.kind,
      "\(object.namespace)/\(object.name)" == explanation?.pod.key
    else { return place }
    var own = place
    own.object = pod.reference
    return own
  }

  private static func waits(_ pod: PodCase) -> Bool {
    !pod.isScheduled && pod.deletion == nil && pod.pod.spec.schedulingGates.isEmpty
      && pod.pod.status.phase == "Pending"
  }

  /// Whether the simulation and the record speak of the same reasons; nil where one of them is silent.
  var agrees: Bool? {
    guard let record, let view else { return nil }
    guard view.explanation.feasible.isEmpty else { return false }
    let seen = Set(view.tiers.map(\.kind))
    return record.refusals.flatMap(\.blockers).map(\.tier.kind).allSatisfy(seen.contains)
      || !view.explanation.podRefusals.isEmpty
  }
}

extension PlacementCase {
  /// What turns the pod away before nodes are looked at; false where nothing does.
  private mutating func judgePod() -> Bool {
    let blockers = explanation?.podBlockers.filter { $0.cause != "unknown" && isTrusted($0) }
    guard let blocker = blockers?.first else { return false }
    if blocker.tier == .selection {
      cause = Self.selectionCause(of: pod, explanation)
    } else {
      cause = blocker.cause
    }
    source = .simulation
    let refusal = NodeRefusal(
      name: nil, count: explanation?.nodes.count ?? 0, blockers: [blocker])
    judgement = PlacementJudgement([refusal])
    if blocker.isAboutClaims { claim = claim(of: [blocker]) }
    return true
  }

  /// A claim that the dump merely does not hold is no refusal.
  private func isTrusted(_ blocker: PlacementBlocker) -> Bool {
    if record?.refusals.contains(where: { $0.isFor(blocker.cause) }) == true { return true }
    if blocker.isAboutClaims {
      return record == nil && pod.facts.holds(PersistentVolumeClaim.kind)
    }
    if blocker.cause == "resource-claim-unavailable" {
      return pod.facts.holds(ResourceClaim.kind) || pod.facts.holds(DeviceClass.kind)
    }
    return true
  }

  private mutating func judgeNodes() -> Bool {
    let selection = Self.selectionCause(of: pod, explanation)
    let recorded = record.flatMap { PlacementJudgement(named(Self.read($0, selection: selection))) }
    guard let judgement = Self.preferred(view?.judgement, recorded) else { return false }
    self.judgement = judgement
    cause = judgement.cause
    source = judgement.meant.contains { $0.name != nil } ? .simulation : .record
    return true
  }

  /// Where as many nodes look free as the scheduler gave one reason for, those are the nodes: what they
  /// hold is not all in the dump.
  private func named(_ refusals: [NodeRefusal]) -> [NodeRefusal] {
    guard let explanation, !explanation.feasible.isEmpty else { return refusals }
    let open = refusals.filter { $0.tier < .health }
    guard open.count == 1, open[0].count == explanation.feasible.count else { return refusals }
    let free = explanation.nodes.filter { verdict in explanation.feasible.contains(verdict.node) }
    return free.map { NodeRefusal(name: $0.name, blockers: open[0].blockers) }
      + refusals.filter { $0.tier >= .health }
  }

  /// The simulation counts unless the scheduler saw an obstacle that it does not see: pods of other
  /// namespaces, say, which the dump does not hold.
  private static func preferred(
    _ simulated: PlacementJudgement?, _ recorded: PlacementJudgement?
  ) -> PlacementJudgement? {
    guard let simulated else { return recorded }
    guard let recorded, let tier = recorded.meant.first?.tier else { return simulated }
    let causes = Set((recorded.meant.flatMap(\.blockers) + recorded.rest).map(\.cause))
    if causes.contains(simulated.cause) || tier >= .health { return simulated }
    if let own = simulated.meant.first?.tier, own >= .health { return simulated }
    return recorded
  }

  /// Nodes that only lack the labels were open, so that the pod asks for others: which of the closed ones
  /// those are, the record does not say.
  private static func read(_ record: RecordedRefusal, selection: String) -> [NodeRefusal] {
    let refusals = record.refusals.map { refusal in
      var refusal = refusal
      for index in refusal.blockers.indices where refusal.blockers[index].tier == .selection {
        refusal.blockers[index].cause = selection
      }
      return refusal
    }
    let isOpen = refusals.contains { $0.tier < .health }
    let unselected = refusals.filter { $0.tier == .selection }
    return isOpen || unselected.isEmpty ? refusals : unselected
  }
}

extension PlacementBlocker.Tier {
  /// The tier, with all kinds of taints as one: newer schedulers do not say which taint it was.
  fileprivate var kind: Self { self > .health && self < .selection ? .health : self }
}

extension PlacementJudgement {
  /// Blockers beyond those of the nodes meant for the pod.
  var rest: [PlacementBlocker] { others.map { PlacementBlocker($0.cause, .room) } }
}

extension PlacementBlocker {
  /// Whether a PersistentVolumeClaim is what has to change.
  var isAboutClaims: Bool { cause.hasPrefix("pvc-") }
}
