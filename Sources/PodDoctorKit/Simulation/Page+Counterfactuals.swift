import KubernetesModel
import Provenance
import Reporting
import Scheduling

extension Page {
  /// What would let the pod fit, and where.
  mutating func counterfactuals(
    _ explanation: PlacementExplanation, of outcome: PodOutcome, in answer: SimulationAnswer
  ) {
    guard !explanation.counterfactuals.isEmpty else {
      if outcome.kind == .unschedulable, !explanation.nodes.isEmpty {
        paragraph("no single change, nor any two, would make it fit", after: Margin(0))
      }
      return
    }
    paragraph("it would fit with", .good, after: Margin(0))
    let changes = explanation.counterfactuals.map { found in
      found.changes.map(\.description).joined(separator: " and ")
    }
    let columns = min(66, changes.map(Displayed.columns).max() ?? 0) + 2
    for (index, found) in explanation.counterfactuals.enumerated() {
      let place = found.evidence.first.flatMap(answer.place).map(\.short)
      guard !found.whereabouts.isEmpty else {
        paragraph(changes[index], after: Margin(2), aside: place)
        continue
      }
      let margin = Margin(2).labelled(changes[index], .none, columns: columns)
      paragraph(found.whereabouts, after: margin, aside: place)
    }
  }

  /// Whether the scheduler itself said the same.
  mutating func record(_ recorded: RecordedVerdict, in answer: SimulationAnswer) {
    let time = recorded.time.map { " at \($0.clockTime)" } ?? ""
    let place = answer.place(of: recorded.source).map { ", \($0.short)" } ?? ""
    let source = recorded.source.object.kind == "Event" ? "event FailedScheduling" : "its condition"
    switch recorded.agreement {
    case .same:
      paragraph("kube-scheduler said the same\(time) (\(source)\(place))", .faint, after: Margin(0))
    case .sameInOtherWords:
      paragraph(
        "kube-scheduler said the same\(time) in other words (\(source)\(place))", .faint,
        after: Margin(0))
    case .different:
      paragraph(
        "kube-scheduler said otherwise\(time) (\(source)\(place))", .warning, after: Margin(0))
      paragraph(recorded.message, .faint, after: Margin(2))
      for reason in recorded.explanations { paragraph("- \(reason)", after: Margin(2)) }
    }
  }
}

extension Counterfactual {
  /// `on node-a`, `on 12 nodes (a, b, ...)`.
  var whereabouts: String {
    if case .nodesAdded = changes.first, changes.count == 1, unlocks.count == 1 { return "" }
    if unlocks.count <= 3 { return "on \(unlocks.joined(separator: ", "))" }
    return "on \(unlocks.count) nodes (\(unlocks.prefix(2).joined(separator: ", ")), ...)"
  }
}

extension Place {
  /// The last part of the path and the line, for a list in which most paths are the same.
  var short: String {
    "\(file.split(separator: "/").last.map(String.init) ?? file):\(line)"
  }
}

extension Timestamp {
  /// The time of day, UTC.
  fileprivate var clockTime: String {
    let text = description
    guard let start = text.firstIndex(of: "T") else { return text }
    return String(text[text.index(after: start)...].prefix { $0 != "Z" && $0 != "." })
  }
}
