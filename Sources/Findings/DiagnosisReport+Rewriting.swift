import Basics
package import Provenance

/// Changes the words of a report: what it shows of the dump, in every format alike.
package protocol ReportRewriter {
  /// Text for people, commands and quotations.
  mutating func text(_ text: String) -> String
  mutating func object(_ object: ObjectReference) -> ObjectReference
  /// The path of a field inside an object.
  mutating func field(_ path: String) -> String
  /// The name of a file.
  mutating func file(_ path: String) -> String
}

extension DiagnosisReport {
  /// The report in other words.
  package func rewritten(by rewriter: inout some ReportRewriter) -> DiagnosisReport {
    var report = self
    report.rewriteCircumstances(by: &rewriter)
    for index in report.rootCauses.indices { report.rootCauses[index].rewrite(by: &rewriter) }
    for index in report.timelines.indices { report.timelines[index].rewrite(by: &rewriter) }
    return report
  }

  /// The report in other words, by a rewriter that has the same for a text whatever came before.
  package func rewritten(concurrentlyBy rewriter: some ReportRewriter & Sendable)
    -> DiagnosisReport
  {
    var report = self
    var own = rewriter
    report.rewriteCircumstances(by: &own)
    report.rootCauses = rootCauses.concurrentMap(chunkSize: 64, with: rewriter) { rewriter, cause in
      var cause = cause
      cause.rewrite(by: &rewriter)
      return cause
    }
    report.timelines = timelines.concurrentMap(chunkSize: 64, with: rewriter) { rewriter, line in
      var line = line
      line.rewrite(by: &rewriter)
      return line
    }
    return report
  }
}

extension DiagnosisReport {
  /// Changes what is neither root cause nor timeline.
  private mutating func rewriteCircumstances(by rewriter: inout some ReportRewriter) {
    for index in input.sources.indices {
      input.sources[index] = rewriter.file(input.sources[index])
    }
    for index in completeness.indices { completeness[index].rewrite(by: &rewriter) }
    for index in faults.indices { faults[index] = rewriter.text(faults[index]) }
  }
}

extension DiagnosisReport.Gap {
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    missing = rewriter.text(missing)
    weakens = rewriter.text(weakens)
    command = command.map { rewriter.text($0) }
    cluster = cluster.map { rewriter.file($0) }
  }
}

extension Timeline {
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    object = rewriter.object(object)
    for index in entries.indices { entries[index].rewrite(by: &rewriter) }
  }
}

extension Timeline.Entry {
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    says = rewriter.text(says)
    container = container.map { rewriter.text($0) }
    if let place { self.place = Place(file: rewriter.file(place.file), mark: place.mark) }
  }
}

extension RootCause {
  /// Changes only what has other words then, so that a cause of which nothing is hidden is not copied.
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    let (object, says) = (rewriter.object(object), rewriter.text(says))
    if object != self.object { self.object = object }
    if says != self.says { self.says = says }
    if let cluster { self.cluster = rewriter.file(cluster) }
    if let changed = affected.changed(by: { $0.rewrite(by: &rewriter) }) {
      affected = changed.sorted()
    }
    if let changed = evidence.changed(by: { $0.rewrite(by: &rewriter) }) { evidence = changed }
    if let changed = alternatives.changed(by: { $0.unless = rewriter.text($0.unless) }) {
      alternatives = changed
    }
    if let changed = remedies.changed(by: { $0.rewrite(by: &rewriter) }) { remedies = changed }
  }
}

extension Array where Element: Equatable {
  /// The elements after a change; nil when none is another then.
  func changed(by change: (inout Element) -> Void) -> [Element]? {
    var changed: [Element]?
    for index in indices {
      var element = self[index]
      change(&element)
      guard element != self[index] else { continue }
      if changed == nil { changed = self }
      changed?[index] = element
    }
    return changed
  }
}

extension AffectedObject {
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    object = rewriter.object(object)
    owner = owner.map { rewriter.object($0) }
    container = container.map { rewriter.text($0) }
  }
}

extension Evidence {
  fileprivate mutating func rewrite(by rewriter: inout some ReportRewriter) {
    object = rewriter.object(object)
    field = rewriter.field(field)
    says = rewriter.text(says)
    quote = quote.map { rewriter.text($0) }
    if let place { self.place = Place(file: rewriter.file(place.file), mark: place.mark) }
  }
}

extension Remedy {
  mutating func rewrite(by rewriter: inout some ReportRewriter) {
    says = rewriter.text(says)
    command = command.map { rewriter.text($0) }
    patch = patch.map { rewriter.text($0) }
  }
}
