import Provenance

extension ReviewReport {
  /// The report in other words.
  package func rewritten(by rewriter: inout some ReportRewriter) -> ReviewReport {
    var report = self
    for index in report.input.sources.indices {
      report.input.sources[index] = rewriter.file(report.input.sources[index])
    }
    for index in report.findings.indices { report.findings[index].rewrite(by: &rewriter) }
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
