import Basics
import Provenance

extension ReviewReport {
  /// The report in other words, by a rewriter that has the same for a text whatever came before.
  package func rewritten(by rewriter: some ReportRewriter & Sendable) -> ReviewReport {
    var report = self
    var rewriter = rewriter
    for index in report.input.sources.indices {
      report.input.sources[index] = rewriter.file(report.input.sources[index])
    }
    report.findings = findings.concurrentMap(chunkSize: 256, with: rewriter) { rewriter, finding in
      var finding = finding
      finding.rewrite(by: &rewriter)
      return finding
    }
    return report
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
  }
}
