import Findings
import KubernetesModel
import Provenance
import Reporting
import Scheduling

/// Pods that are told of together: the pods of one manifest, or replicas that fail alike.
struct SimulationSection {
  /// The manifest that the pods would be made from, nil for pods of the dump.
  var workload: ObjectReference?
  var outcomes: [PodOutcome]

  /// The first pod that fits nowhere.
  var firstStuck: PodOutcome? { outcomes.first { $0.kind != .scheduled } }

  var fitting: Int { outcomes.count { $0.kind == .scheduled } }

  /// How many of the pods go to each node; the most first.
  func spread(over nodes: NodeTable) -> [(node: String, count: Int)] {
    var counts: [NodeID: Int] = [:]
    for case let node? in outcomes.map(\.node) { counts[node, default: 0] += 1 }
    return counts.map { (nodes.name(of: $0.key), $0.value) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// `pod shop/api`, `pod shop/api and 2 more like it`, `deployment shop/web`.
  var title: String {
    if let workload, outcomes.count > 1 || workload.kind != "Pod" {
      return "\(workload.kind.lowercased()) \(workload.namespace)/\(workload.name)"
        + (outcomes.count > 1 ? ":" : "")
    }
    let first = outcomes.first.map { "pod \($0.pod.key)" } ?? ""
    return outcomes.count == 1 ? first : "\(first) and \(outcomes.count - 1) more like it"
  }

  /// What becomes of the pods, after the title.
  func verdict(in answer: SimulationAnswer) -> String {
    guard workload != nil, outcomes.count > 1 else {
      guard let first = outcomes.first else { return "" }
      let verdict = answer.verdict(on: first)
      return outcomes.count > 1 ? verdict.replacingPrefix("fits", with: "fit") : verdict
    }
    return fitting == outcomes.count
      ? "all \(fitting) pods fit" : "\(fitting) of \(counted(outcomes.count, "pod")) fit"
  }

  /// Whether the section is a single line, which needs no space around it.
  func isLine(in answer: SimulationAnswer) -> Bool {
    answer.explanations.isEmpty && outcomes.count == 1
  }
}

extension SimulationAnswer {
  /// The shown pods in queue order, gathered.
  var sections: [SimulationSection] {
    var places: [SectionKey: Int] = [:]
    var sections: [SimulationSection] = []
    for outcome in report.pods {
      let workload = expanded.origins[outcome.pod.reference]?.object
      guard let key = SectionKey(outcome, workload) else {
        sections.append(SimulationSection(outcomes: [outcome]))
        continue
      }
      if let place = places[key] {
        sections[place].outcomes.append(outcome)
      } else {
        places[key] = sections.count
        sections.append(SimulationSection(workload: workload, outcomes: [outcome]))
      }
    }
    return sections
  }
}

/// What pods of one section have in common.
private struct SectionKey: Hashable {
  private var workload: ObjectReference
  private var message = ""

  /// Nil for a pod that is told of alone.
  init?(_ outcome: PodOutcome, _ workload: ObjectReference?) {
    if let workload {
      self.workload = workload
      return
    }
    guard outcome.kind != .scheduled, let owner = outcome.pod.pod.metadata.controllerReference
    else { return nil }
    self.workload = owner
    message = "\(outcome.kind.rawValue) \(outcome.message)"
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
