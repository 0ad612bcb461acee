import Findings
import Scheduling

/// What would let a pending pod fit, as remedies: each was simulated before it is offered.
enum SimulatedRemedies {
  /// More than these would bury the others.
  private static let most = 3

  /// Remedies for a pod that waits for a node; empty for all others.
  static func remedies(for pod: PodCase) -> [Remedy] {
    guard !pod.isScheduled, pod.deletion == nil else { return [] }
    let changes = pod.facts.placements.changes(
      lettingFit: pod.pod, total: RecordedRefusal(of: pod)?.message.nodes)
    let inOrder = changes.filter { !givesUpChoice($0) } + changes.filter(givesUpChoice)
    let simulated = SimulatedPatch(for: pod)
    return inOrder.prefix(most).map { change in
      let words = change.changes.map(\.description).joined(separator: " and ")
      let place = change.whereabouts.isEmpty ? "" : " \(change.whereabouts)"
      let patch = simulated.patch(for: change)
      return Remedy(
        says: "as simulated, it fits\(place) with: \(words)",
        command: patch == nil ? simulated.command(for: change) : nil, patch: patch,
        risk: patch == nil ? risk(of: change) : .disruptive)
    }
  }

  /// Whether the pod would go to nodes that it now leaves to others, which is mostly meant.
  private static func givesUpChoice(_ change: Counterfactual) -> Bool {
    change.changes.contains {
      switch $0 {
      case .toleration, .labelDemandRemoved, .labelDemandChanged: true
      default: false
      }
    }
  }

  private static func risk(of change: Counterfactual) -> Remedy.Risk {
    let removesPod = change.changes.contains {
      if case .podRemoved = $0 { true } else { false }
    }
    return removesPod ? .disruptive : .safe
  }
}
