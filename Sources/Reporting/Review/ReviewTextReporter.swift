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
    let shown = ShownFindings(of: report.findings, isWide: layout.isWide)
    let waves = shown.numbers.stretches(of: Self.wave)
    let first = waves.first.map { paragraphs(about: shown, $0) } ?? []
    var page = Page(into: ByteWriter(reserving: room(for: shown, first)), layout: layout)
    let wrong = report.summary.bySeverity.total(from: .warning) > 0
    page.paragraph(
      report.summary.sentence, wrong ? .strong : .good, after: Margin(0),
      aside: report.circumstances)
    for lines in first { page.add(lines) }
    for wave in waves.dropFirst() {
      for lines in paragraphs(about: shown, wave) { page.add(lines) }
    }
    if report.corrections.isEmpty { page.correctable(shown) }
    return page.finish().bytes
  }

  /// How many findings are told in pieces before the pieces are put together, so that these take little memory.
  private static let wave = 64 * chunk
  /// How many findings are worth handing to another processor.
  private static let chunk = 256

  /// As much room as the findings take by what the first of them take, and some more.
  ///
  /// To double a large text, again and again, would be the peak of a review's memory. Room that is not used takes none.
  private func room(for shown: ShownFindings, _ first: [[UInt8]]) -> Int {
    let count = max(min(shown.numbers.count, Self.wave), 1)
    let size = first.reduce(0) { $0 + $1.count }
    return 4_096 + size + size / count * (shown.numbers.count - count) / 8 * 9
  }

  /// What is said of some of the findings, in pieces.
  private func paragraphs(about shown: ShownFindings, _ wave: Range<Int>) -> [[UInt8]] {
    wave.stretches(of: Self.chunk).concurrentMap { places in
      var page = Page(into: ByteWriter(), layout: layout)
      let findings = shown.findings.span
      for place in places {
        let number = shown.numbers[place]
        if shown.beginsObject(at: place) {
          page.blankLine()
          page.title(of: findings[number])
        }
        page.finding(
          findings[number], columns: shown.columns, isReasonNew: shown.firsts.contains(number),
          isWide: layout.isWide)
      }
      return page.finish().bytes
    }
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

  /// Says of which findings the manifests can be corrected by a patch.
  fileprivate mutating func correctable(_ shown: ShownFindings) {
    guard shown.correctable > 0 else { return }
    blankLine()
    paragraph(
      "--fix would correct \(counted(shown.correctable, "finding")): \(shown.correctableRules.joined(separator: ", "))",
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

extension Severity {
  fileprivate var reviewEmphasis: Emphasis {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}
