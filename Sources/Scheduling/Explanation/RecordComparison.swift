import KubernetesModel
import Provenance

/// Holds what the dump records of the scheduler's verdict against the simulated one.
struct RecordComparison {
  private let record: SchedulerRecord
  private let outcome: PodOutcome
  private let cluster: ClusterState
  private let said: SchedulerSentence?
  private let simulated: SchedulerSentence?

  init(_ record: SchedulerRecord, _ outcome: PodOutcome, _ cluster: ClusterState) {
    self.record = record
    self.outcome = outcome
    self.cluster = cluster
    said = SchedulerSentence(record.message)
    simulated = SchedulerSentence(outcome.message)
  }

  var agreement: RecordedVerdict.Agreement {
    if record.message == outcome.message { return .same }
    if record.message.hasSuffix(" ..."), outcome.message.hasPrefix(record.message.dropLast(4)) {
      return .same
    }
    // The API server writes the condition of a gated pod, in words of its own.
    if outcome.kind == .gated, record.message.contains("scheduling gates") {
      return .sameInOtherWords
    }
    guard let said, let simulated else { return .different }
    return said.agrees(with: simulated) ? .sameInOtherWords : .different
  }

  /// Why the two can differ, the likeliest first.
  var explanations: [String] {
    var reasons: [String] = []
    guard let said else {
      return ["the recorded text is not about nodes, so it cannot be compared"]
    }
    if said.nodes != cluster.nodes.count {
      reasons.append(
        "the scheduler saw \(said.nodes) nodes and the dump holds \(cluster.nodes.count)")
    }
    if outcome.kind == .scheduled {
      reasons.append(
        "the record is older than the dump: since then room was made or the cluster was changed")
    }
    if !isFromWholeDump,
      outcome.message.contains("Insufficient") || record.message.contains("Insufficient")
    {
      reasons.append("the dump lacks pods of other namespaces, which take room on the nodes")
    }
    reasons += changedReasons(said)
    if reasons.isEmpty { reasons.append("the cluster has changed since the scheduler last tried") }
    return reasons
  }

  /// Kube-system pods run on every node of a real cluster.
  private var isFromWholeDump: Bool {
    cluster.snapshot.pods.contains {
      $0.metadata.namespace == "kube-system" && !$0.spec.nodeName.isEmpty
    }
  }

  /// Reasons that only one of the two gives.
  private func changedReasons(_ said: SchedulerSentence) -> [String] {
    let ours = Set(simulated?.counts.keys.map(\.self) ?? [])
    let theirs = Set(said.counts.keys)
    let vanished = theirs.subtracting(ours).sorted().map {
      "no node is refused for '\($0)' any more"
    }
    let new = ours.subtracting(theirs).sorted().map {
      "'\($0)' was not among the reasons when the scheduler tried"
    }
    return outcome.kind == .scheduled ? [] : vanished + new
  }
}
