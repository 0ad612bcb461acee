import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Reporting
import Scheduling

extension Page {
  /// Writes the whole answer: a headline, each pod, what the dump lacks.
  mutating func simulation(_ answer: SimulationAnswer, isWide: Bool) {
    paragraph(
      answer.headline, answer.isAllPlaced ? .good : .strong, after: Margin(0),
      aside: answer.circumstances)
    var wasLine = false
    for section in answer.sections {
      let isLine = section.isLine(in: answer)
      if !isLine || !wasLine { blankLine() }
      wasLine = isLine
      write(section, in: answer, isWide: isWide)
    }
    problems(of: answer)
    for name in answer.report.notSimulated {
      blankLine()
      paragraph(
        "\(name) is not part of kube-scheduler and was not simulated", .warning, after: Margin(0))
    }
    if !answer.report.pods.isEmpty { gaps(answer.gaps) }
  }

  private mutating func write(
    _ section: SimulationSection, in answer: SimulationAnswer, isWide: Bool
  ) {
    guard let outcome = section.firstStuck ?? section.outcomes.first else { return }
    let isGood = section.firstStuck == nil
    paragraph(
      section.title + " " + section.verdict(in: answer),
      isGood ? (answer.explanations.isEmpty ? .none : .good) : .strong, after: Margin(0))
    let spread = section.spread(over: answer.report.cluster.nodes)
    if section.workload != nil, section.outcomes.count > 1, !spread.isEmpty {
      let shown = spread.prefix(isWide ? .max : 8).map { "\($0.count) on \($0.node)" }
      let more = spread.count - shown.count
      paragraph(
        shown.joined(separator: ", ") + (more > 0 ? " and more on \(more) others" : ""),
        after: Margin(2))
      if !isGood {
        paragraph("the next one, pod \(outcome.pod.name), fits nowhere", after: Margin(0))
      }
    }
    details(of: outcome, in: answer, isWide: isWide)
  }

  private mutating func details(
    of outcome: PodOutcome, in answer: SimulationAnswer, isWide: Bool
  ) {
    guard let explanation = answer.explanations[outcome.pod.key], outcome.kind != .skipped else {
      if outcome.kind != .scheduled, !outcome.message.isEmpty {
        paragraph(outcome.message, .faint, after: Margin(2))
      }
      return preemption(of: outcome, in: answer)
    }
    if outcome.kind == .gated || outcome.kind == .error {
      paragraph(outcome.message, .faint, after: Margin(2))
    }
    for clause in VerdictSummary(ofPodRefusals: explanation.podRefusals).clauses {
      paragraph("on every node: \(clause)", after: Margin(2))
    }
    groups(explanation, in: answer, isWide: isWide)
    preemption(of: outcome, in: answer)
    counterfactuals(explanation, of: outcome, in: answer)
    if let recorded = explanation.recorded { record(recorded, in: answer) }
  }

  /// What in the dump could not be used.
  private mutating func problems(of answer: SimulationAnswer) {
    // Copies that differ are the ordinary lot of a dump that takes a while; the newest of each was taken.
    let problems = answer.problems.filter { $0.kind != .duplicateObject }
    guard !problems.isEmpty else { return }
    blankLine()
    line(("not as it should be", .warning))
    for problem in problems.prefix(10) {
      let object = problem.object.map { "\($0): " } ?? ""
      let field = problem.field.isEmpty ? "" : "\(problem.field): "
      paragraph(
        object + field + problem.says, after: Margin(2),
        aside: problem.place.short)
    }
    let more = problems.count - 10
    if more > 0 { paragraph("and \(more) more", .faint, after: Margin(2)) }
  }

  /// A line for each group of nodes: how many, which, and why.
  private mutating func groups(
    _ explanation: PlacementExplanation, in answer: SimulationAnswer, isWide: Bool
  ) {
    let names = explanation.groups.map { answer.names(of: $0, all: isWide) }
    let columns = min(36, names.map(Displayed.columns).max() ?? 0) + 2
    let counts = explanation.groups.map { String($0.nodes.count) }
    let digits = (counts.map(\.count).max() ?? 1) + 2
    for (index, group) in explanation.groups.enumerated() {
      let clauses = VerdictSummary(of: group, in: explanation).clauses
      let text = clauses.enumerated().map { $0.offset == 1 ? "also \($0.element)" : $0.element }
      let margin = Margin(2).labelled(counts[index], .strong, columns: digits)
        .labelled(names[index], .none, columns: columns)
      paragraph(text.joined(separator: "; "), after: margin)
    }
  }

  private mutating func preemption(of outcome: PodOutcome, in answer: SimulationAnswer) {
    guard let preemption = outcome.preemption, let node = preemption.nominatedNode else { return }
    let victims = preemption.victims.map(\.reference.description)
    let whom = victims.isEmpty ? "pods that are going already" : victims.joined(separator: ", ")
    paragraph(
      "it would evict \(whom) from \(answer.report.cluster.nodes.name(of: node))", .warning,
      after: Margin(2))
  }
}

extension SimulationAnswer {
  var isAllPlaced: Bool { report.pods.allSatisfy { $0.kind == .scheduled } }

  /// `3 pending pods: 1 fits, 2 fit nowhere`.
  var headline: String {
    guard !report.pods.isEmpty else { return "no pod is waiting for a node" }
    func clause(_ kind: PodOutcome.Kind, _ one: String, _ many: String) -> String? {
      let count = report.pods.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      clause(.scheduled, "fits", "fit"), clause(.unschedulable, "fits nowhere", "fit nowhere"),
      clause(.gated, "is held back", "are held back"),
      clause(.skipped, "is not for this scheduler", "are not for this scheduler"),
      clause(.error, "makes the scheduler fail", "make the scheduler fail"),
    ]
    return "\(counted(report.pods.count, "pending pod")): "
      + parts.compactMap(\.self).joined(separator: ", ")
  }

  var circumstances: String {
    let time = dump.capturedAt.map {
      "dump of \($0.description.split(separator: "T", maxSplits: 1).joined(separator: " ")), "
    }
    return (time ?? "") + counted(report.cluster.nodes.count, "node")
  }

  /// What becomes of a pod, after its name.
  func verdict(on outcome: PodOutcome) -> String {
    let count = report.cluster.nodes.count
    switch outcome.kind {
    case .scheduled:
      let node = outcome.node.map(report.cluster.nodes.name) ?? ""
      let fits = outcome.feasible.count
      return fits == 1 ? "fits on \(node) only" : "goes to \(node), the best of \(fits) that fit"
    case .unschedulable:
      return count == 0 ? "has no nodes to go to" : "fits on none of \(counted(count, "node"))"
    case .gated: return "is held back before the queue"
    case .skipped where outcome.pod.isTerminating: return "is being deleted"
    case .skipped: return "asks for scheduler \(outcome.pod.pod.spec.schedulerName)"
    case .error: return "makes the scheduler fail"
    }
  }

  /// The first few names of a group, or all.
  fileprivate func names(of group: VerdictGroup, all: Bool) -> String {
    let names = group.nodes.map(report.cluster.nodes.name)
    let shown = all ? names[...] : names.prefix(4)
    return shown.joined(separator: " ") + (names.count > shown.count ? " ..." : "")
  }
}
