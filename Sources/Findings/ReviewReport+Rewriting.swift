import Basics
import Provenance

extension ReviewReport {
  /// The report in other words.
  package func rewritten(inTurnBy rewriter: inout some ReportRewriter) -> ReviewReport {
    var report = self
    report.rewriteSources(by: &rewriter)
    for index in report.findings.indices {
      report.findings[index].rewrite(by: &rewriter)
      report.findings[index].renewFingerprint()
    }
    return report
  }

  /// The report in other words, by a rewriter that has the same for a text whatever came before.
  package func rewritten(by rewriter: some ReportRewriter & Sendable) -> ReviewReport {
    var report = self
    var rewriter = rewriter
    report.rewriteSources(by: &rewriter)
    for (index, finding) in rewrittenFindings(by: rewriter) { report.findings[index] = finding }
    return report
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 256

  /// The findings that become others, with their numbers; most are left as they are.
  private func rewrittenFindings(
    by rewriter: some ReportRewriter & Sendable
  ) -> [(Int, ReviewFinding)] {
    Array(stride(from: 0, to: findings.count, by: Self.chunk)).concurrentMap { start in
      var rewriter = rewriter
      var rewritten: [(Int, ReviewFinding)] = []
      for index in start..<min(start + Self.chunk, findings.count) {
        var finding = findings[index]
        if finding.rewrite(by: &rewriter) { rewritten.append((index, finding)) }
      }
      return rewritten
    }.flatMap(\.self)
  }

  private mutating func rewriteSources(by rewriter: inout some ReportRewriter) {
    for index in input.sources.indices {
      input.sources[index] = rewriter.file(input.sources[index])
    }
  }
}

extension ReviewFinding {
  /// Changes what becomes other words; tells whether anything did, because most findings are left as they are.
  @discardableResult
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) -> Bool {
    let object = rewriter.object(object)
    let container = container.map { rewriter.text($0) }
    let field = rewriter.field(field)
    let file = rewriter.file(place.file)
    let says = rewriter.text(says)
    let isReworded =
      object != self.object || container != self.container || field != self.field
      || says != self.says
    if isReworded {
      keepFingerprint()
      (self.object, self.container, self.field, self.says) = (object, container, field, says)
    }
    let isElsewhere = file != place.file
    if isElsewhere { place.file = file }
    let isRemediedOtherwise = rewriteRemedies(by: &rewriter)
    let isSuppressedOtherwise = rewriteSuppression(by: &rewriter)
    return isReworded || isElsewhere || isRemediedOtherwise || isSuppressedOtherwise
  }

  private mutating func rewriteRemedies(by rewriter: inout some ReportRewriter) -> Bool {
    guard let changed = remedies.changed(by: { $0.rewrite(by: &rewriter) }) else { return false }
    remedies = changed
    return true
  }

  private mutating func rewriteSuppression(by rewriter: inout some ReportRewriter) -> Bool {
    guard let reason = suppressed?.reason else { return false }
    let other = rewriter.text(reason)
    guard other != reason else { return false }
    suppressed?.reason = other
    return true
  }
}
