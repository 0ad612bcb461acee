import KubernetesModel

/// A node where the pod would fit, and the pods that would have to go, most important first.
struct PreemptionCandidate {
  var node: NodeID
  var victims: [PodInfo]
  var brokenBudgets: Int

  /// What is compared in turn, the greatest is preferred.
  fileprivate var merits: [Int64] {
    let offset = Int64(Int32.max) + 1
    return [
      -Int64(brokenBudgets),
      -Int64(victims.first?.priority ?? 0),
      -victims.reduce(0) { $0 + Int64($1.priority) + offset },
      -Int64(victims.count),
      earliestStart,
    ]
  }

  /// The earliest start among the victims of the highest priority.
  private var earliestStart: Int64 {
    let highest = victims.map(\.priority).max()
    return victims.filter { $0.priority == highest }
      .map { $0.pod.status.startTime?.nanosecondsSinceEpoch ?? .max }.min() ?? .min
  }
}

extension [PreemptionCandidate] {
  /// The one that costs least; the first of several.
  var preferred: PreemptionCandidate? {
    var best: (candidate: PreemptionCandidate, merits: [Int64])?
    for candidate in self {
      let merits = candidate.merits
      if let best, !best.merits.lexicographicallyPrecedes(merits) { continue }
      best = (candidate, merits)
    }
    return best?.candidate
  }
}

extension Timestamp {
  fileprivate var nanosecondsSinceEpoch: Int64 {
    seconds &* 1_000_000_000 &+ Int64(nanoseconds)
  }
}
