package import Findings

extension Page {
  /// The first line: how much is wrong and how much of it is explained; then of which dump.
  mutating func headline(_ report: DiagnosisReport) {
    let wrong = report.rootCauses.contains { $0.severity > .info }
    paragraph(
      report.sentence, wrong ? .strong : .good, after: Margin(0), aside: report.circumstances)
  }

  /// What is not shown, and how to see it.
  mutating func remainder(of report: DiagnosisReport, isBrief: Bool) {
    if isBrief { line(("-o wide shows these in full, too", .faint)) }
    let found = report.summary.bySeverity.total()
    let more = found - report.rootCauses.count
    guard more > 0 else { return }
    blankLine()
    line(("and \(counted(more, "further root cause")), left out by --top", .faint))
  }

  /// What the dump lacks, what that weakens, and how to collect it.
  package mutating func gaps(_ gaps: [DiagnosisReport.Gap]) {
    guard !gaps.isEmpty else { return }
    blankLine()
    line(("the dump lacks", .strong))
    let columns = min(30, gaps.map { Displayed.columns(of: $0.label) }.max() ?? 0) + 2
    for gap in gaps {
      let label = Displayed.text(gap.label)
      var margin = Margin(2).labelled(label, .none, columns: columns)
      if margin.columns > 2 + columns {
        paragraph(label, after: Margin(2))
        margin = Margin(2 + columns)
      }
      paragraph(gap.weakens, .faint, after: margin)
      if let command = gap.command { verbatim(command, .command, after: Margin(2 + columns)) }
    }
  }
}

extension DiagnosisReport.Gap {
  fileprivate var label: String { missing + (cluster.map { " in \($0)" } ?? "") }
}

/// `1 pod`, `2 pods`: a count and its noun.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension DiagnosisReport {
  fileprivate var sentence: String {
    let causes = summary.bySeverity.total(from: .warning)
    if summary.pods == 0 {
      let found =
        causes > 0
        ? counted(causes, "root cause") : rootCauses.isEmpty ? "nothing" : "no root cause"
      return "\(found) found; there are no pods to look at"
    }
    if causes == 0 { return "no root cause found; \(health)" }
    if summary.affected == 0 { return "\(counted(causes, "root cause")) found; \(health)" }
    return "\(counted(causes, "root cause")) \(causes == 1 ? "explains" : "explain") "
      + "\(summary.affected) of \(counted(summary.pods, "pod")), \(rest)"
  }

  private var health: String {
    switch (summary.pods, unexplained, summary.unknown) {
    case (1, 0, 0): "the pod is healthy"
    case (1, 0, _): "the pod has no status"
    case (let pods, 0, 0): "all \(pods) pods are healthy"
    case (let pods, _, _): "of \(counted(pods, "pod")) \(rest)"
    }
  }

  private var unexplained: Int {
    max(0, summary.pods - summary.healthy - summary.affected - summary.unknown)
  }

  private var rest: String {
    func are(_ count: Int) -> String { "\(count) \(count == 1 ? "is" : "are")" }
    var parts = ["\(are(summary.healthy)) healthy"]
    if unexplained > 0 { parts.append("\(are(unexplained)) not ready") }
    if summary.unknown > 0 {
      parts.append("\(summary.unknown) \(summary.unknown == 1 ? "has" : "have") no status")
    }
    return parts.joined(separator: ", ")
  }

  fileprivate var circumstances: String? {
    var parts: [String] = []
    if let time = input.capturedAt { parts.append("dump of " + readable(time)) }
    if let namespace = AffectedNames(in: self).onlyNamespace {
      parts.append("namespace \(namespace)")
    }
    if !completeness.isEmpty {
      let names = completeness.prefix(2).map(\.missing)
      let more = completeness.count - names.count
      parts.append(
        "without " + names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// RFC 3339 with a space for the T.
  private func readable(_ time: String) -> String {
    time.split(separator: "T", maxSplits: 1).joined(separator: " ")
  }
}
