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
    report.findings = findings.concurrentMap(chunkSize: 256, with: rewriter) { rewriter, finding in
      var finding = finding
      finding.rewrite(by: &rewriter)
      return finding
    }
    return report
  }

  private mutating func rewriteSources(by rewriter: inout some ReportRewriter) {
    for index in input.sources.indices {
      input.sources[index] = rewriter.file(input.sources[index])
    }
  }
}

extension ReviewFinding {
  /// Changes what becomes other words; most findings are left as they are, and so not copied.
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    let object = rewriter.object(object)
    let container = container.map { rewriter.text($0) }
    let field = rewriter.field(field)
    let file = rewriter.file(place.file)
    let says = rewriter.text(says)
    if (object, container, field, says) != (self.object, self.container, self.field, self.says) {
      keepFingerprint()
      (self.object, self.container, self.field, self.says) = (object, container, field, says)
    }
    if file != place.file { place.file = file }
    rewriteRemedies(by: &rewriter)
    rewriteSuppression(by: &rewriter)
  }

  private mutating func rewriteRemedies(by rewriter: inout some ReportRewriter) {
    guard !remedies.isEmpty else { return }
    var others = remedies
    for index in others.indices { others[index].rewrite(by: &rewriter) }
    if others != remedies { remedies = others }
  }

  private mutating func rewriteSuppression(by rewriter: inout some ReportRewriter) {
    guard let reason = suppressed?.reason else { return }
    let other = rewriter.text(reason)
    if other != reason { suppressed?.reason = other }
  }
}
