import Basics
import Provenance

extension ReviewReport {
  /// The report in other words.
  package func rewritten(inTurnBy rewriter: inout some ReportRewriter) -> ReviewReport {
    var report = self
    report.rewriteSources(by: &rewriter)
    for index in report.findings.indices {
      report.findings[index].rewrite(by: &rewriter)
      report.findings[index].fingerprint = report.findings[index].madeFingerprint
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
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    object = rewriter.object(object)
    container = container.map { rewriter.text($0) }
    field = rewriter.field(field)
    place = Place(file: rewriter.file(place.file), mark: place.mark)
    says = rewriter.text(says)
    for index in remedies.indices { remedies[index].rewrite(by: &rewriter) }
    if let reason = suppressed?.reason { suppressed?.reason = rewriter.text(reason) }
  }
}
