import Basics
import Findings
import Provenance

/// Writes a review for a person: findings by file and object, each with its line and what to do.
struct ReviewTextReporter {
  private let layout: TextLayout

  init(_ layout: TextLayout) {
    self.layout = layout
  }

  func bytes(of report: ReviewReport) -> [UInt8] {
    let entries = entries(of: report.findings)
    let paragraphs = paragraphs(about: entries, of: report.findings)
    // As much room as it takes: to double a large text, again and again, would be the peak of a review's memory.
    let room = paragraphs.reduce(4_096) { $0 + $1.count }
    var page = Page(into: ByteWriter(reserving: room), layout: layout)
    let wrong = report.summary.bySeverity.total(from: .warning) > 0
    page.paragraph(
      report.summary.sentence, wrong ? .strong : .good, after: Margin(0),
      aside: report.circumstances)
    for lines in paragraphs { page.add(lines) }
    page.correctable(report)
    return page.finish().bytes
  }

  /// A finding that is shown, and what stands with it because of those before it.
  private struct Entry: Sendable {
    /// Its number among all.
    var number: Int
    /// Whether it is about another object than the one before.
    var beginsObject: Bool
    /// Whether nothing before it has the same reason, which is told once.
    var isReasonNew: Bool
  }

  private func entries(of findings: [ReviewFinding]) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(findings.count)
    var reasons = FirstReasons()
    let findings = findings.span
    for number in findings.indices where layout.isWide || findings[number].counts {
      let beginsObject =
        entries.last.map { !findings[number].isAboutObject(of: findings[$0.number]) } ?? true
      entries.append(
        Entry(
          number: number, beginsObject: beginsObject,
          isReasonNew: reasons.isNew(findings[number])))
    }
    return entries
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 256

  /// What is said of each, in pieces.
  private func paragraphs(about entries: [Entry], of findings: [ReviewFinding]) -> [[UInt8]] {
    let columns = entries.reduce(1) { max($0, findings[$1.number].place.mark.columns) }
    return stride(from: 0, to: entries.count, by: Self.chunk).map(\.self).concurrentMap { start in
      var page = Page(into: ByteWriter(), layout: layout)
      let findings = findings.span
      for entry in entries[start..<min(start + Self.chunk, entries.count)] {
        if entry.beginsObject {
          page.blankLine()
          page.title(of: findings[entry.number])
        }
        page.finding(
          findings[entry.number], columns: columns, isReasonNew: entry.isReasonNew,
          isWide: layout.isWide)
      }
      return page.finish().bytes
    }
  }
}

extension ReviewFinding {
  /// Whether `--fix` would make a change for it.
  fileprivate var isCorrectable: Bool { counts && offersSafePatch }

  /// Whether both are about one object, in the file where it stands.
  fileprivate func isAboutObject(of other: ReviewFinding) -> Bool {
    place.file == other.place.file && object == other.object
  }
}

extension Page {
  fileprivate mutating func title(of finding: ReviewFinding) {
    let object = finding.object
    let namespace = object.namespace.isEmpty ? "" : ", namespace \(object.namespace)"
    line(
      (finding.place.file, .strong),
      (object.kind == ReviewFinding.fileKind ? "" : "   \(object)\(namespace)", .faint))
  }

  /// Says of which findings the manifests can be corrected by a patch, unless they were just now.
  fileprivate mutating func correctable(_ report: ReviewReport) {
    guard report.corrections.isEmpty else { return }
    var rules = NameNumbers()
    var count = 0
    let findings = report.findings.span
    for index in findings.indices where findings[index].isCorrectable {
      _ = rules.number(of: findings[index].rule)
      count += 1
    }
    guard count > 0 else { return }
    blankLine()
    paragraph(
      "--fix would correct \(counted(count, "finding")): \(rules.names.sorted().joined(separator: ", "))",
      after: Margin(0))
  }

  fileprivate mutating func finding(
    _ finding: ReviewFinding, columns: Int, isReasonNew: Bool, isWide: Bool
  ) {
    let severity = finding.counts ? finding.severity.rawValue : "ignored"
    let emphasis = finding.counts ? finding.severity.reviewEmphasis : .faint
    let margin = Margin(2)
      .labelled(finding.place.mark.description, .faint, columns: columns + 2)
      .labelled(severity, emphasis, columns: 9)
    paragraph(finding.says, after: margin, aside: finding.rule)
    let below = margin.continued
    if let suppression = finding.suppressed {
      paragraph(suppression.account, .faint, after: below)
    }
    if isReasonNew, !finding.why.isEmpty { paragraph(finding.why, .faint, after: below) }
    guard isWide || isReasonNew else { return }
    let first = finding.remedies.firstIndex { $0.command != nil }
    for (index, remedy) in finding.remedies.enumerated() {
      let inner = Margin(below.columns + 4)
      paragraph(remedy.says, after: below.labelled("do", .strong, columns: 4))
      if let command = remedy.command, isWide || index == first {
        verbatim(command, .command, after: inner)
      }
      if isWide { patch(remedy.patch ?? "", after: inner) }
    }
  }

  private mutating func patch(_ patch: String, after margin: Margin) {
    for line in patch.split(separator: "\n") { verbatim(String(line), .command, after: margin) }
  }
}

extension Suppression {
  fileprivate var account: String {
    let who = owner.map { " (\($0))" } ?? ""
    let until = expires.map { ", until \($0)" } ?? ""
    return "\(source.rawValue): \(reason.isEmpty ? "no reason given" : reason)\(who)\(until)"
  }
}

extension Mark {
  /// How many columns it takes when it is written; nothing is put together for that.
  fileprivate var columns: Int { Self.digits(of: line) + 1 + Self.digits(of: column) }

  private static func digits(of number: Int32) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }
}

extension Severity {
  fileprivate var reviewEmphasis: Emphasis {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
