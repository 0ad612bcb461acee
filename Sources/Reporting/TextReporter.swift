package import Basics
package import Findings

/// Writes the report for a person: what is wrong, why, what shows it and what to do, best cause first.
package struct TextReporter: Reporter {
  private let layout: TextLayout

  package init(_ layout: TextLayout = TextLayout()) {
    self.layout = layout
  }

  package func report(
    _ report: DiagnosisReport, into output: consuming ByteWriter
  ) -> ByteWriter {
    var page = Page(into: output, layout: layout, folder: report.input.folder)
    page.headline(report)
    let shown = report.rootCauses.partitioned(detailing: layout.detailed)
    let names = AffectedNames(in: report)
    let rankColumns = report.rankColumns
    var reasons: [String: Int] = [:]
    var untold = report.timelines
    for cause in shown.detailed {
      page.blankLine()
      page.section(
        of: cause, reasonSaidAt: reasons[cause.why], names: names, layout: layout,
        rankColumns: rankColumns, timelines: untold.taken(by: cause))
      if reasons[cause.why] == nil { reasons[cause.why] = cause.rank }
    }
    if !shown.brief.isEmpty { page.blankLine() }
    for part in briefly(shown.brief, of: report, names: names) { page.add(part) }
    page.remainder(of: report, isBrief: shown.brief.contains { $0.severity > .info })
    page.gaps(report.completeness)
    return page.finish()
  }

  /// How many lines about causes are worth handing to another processor.
  private static let chunk = 256

  /// What stands in a line or two about each of `causes`, in pieces.
  private func briefly(
    _ causes: [RootCause], of report: DiagnosisReport, names: AffectedNames
  ) -> [[UInt8]] {
    let rankColumns = report.rankColumns
    return stride(from: 0, to: causes.count, by: Self.chunk).map(\.self).concurrentMap { start in
      var page = Page(into: ByteWriter(), layout: layout, folder: report.input.folder)
      for index in start..<min(start + Self.chunk, causes.count) {
        page.briefly(causes[index], names: names, rankColumns: rankColumns)
      }
      return page.finish().bytes
    }
  }
}

extension DiagnosisReport.Input {
  /// The one folder that was read, with a slash at its end; empty when something else was read.
  fileprivate var folder: String {
    guard let source = sources.first, sources.count == 1, source != "-" else { return "" }
    return source.hasSuffix("/") ? source : source + "/"
  }
}

extension [Timeline] {
  /// Takes out those of objects that a root cause affects, so that each is told once.
  fileprivate mutating func taken(by cause: RootCause) -> [Timeline] {
    let affected = Set(cause.affected.map(\.object))
    let told = filter { affected.contains($0.object) }
    removeAll { affected.contains($0.object) }
    return told
  }
}

extension [RootCause] {
  /// The causes to show in full, and those that get a line: what only informs, and what comes far down.
  fileprivate func partitioned(detailing limit: Int) -> (detailed: [RootCause], brief: [RootCause])
  {
    if limit == .max { return (self, []) }
    let detailed = filter { $0.severity > .info }.prefix(limit)
    let ranks = Set(detailed.map(\.rank))
    return (Array(detailed), filter { !ranks.contains($0.rank) })
  }
}

extension DiagnosisReport {
  fileprivate var rankColumns: Int {
    String(rootCauses.map(\.rank).max() ?? 1).count
  }
}
