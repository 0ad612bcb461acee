import Basics
import Findings
import Provenance

extension Page {
  private static let labelColumns = 7

  /// Everything about one root cause; why it is so only when no earlier one, of the given rank, said the same.
  mutating func section(
    of cause: RootCause, reasonSaidAt earlier: Int?, names: AffectedNames, layout: TextLayout,
    rankColumns: Int, timelines: [Timeline]
  ) {
    title(of: cause, rankColumns: rankColumns)
    let margin = Margin(rankColumns + 2)
    let affected = names.list(of: cause, limit: layout.isWide ? .max : 6)
    let circumstances = [cause.cause, cause.playbook.rawValue, cause.nameOfCluster]
      .compactMap(\.self).joined(separator: ", ")
    paragraph(circumstances + affected, .faint, after: margin)
    if !cause.blamesWhatSuffers {
      paragraph(names.name(of: cause.object), after: labelled("blame", margin))
    }
    if !cause.why.isEmpty {
      let reason = earlier.map { "as in \($0)" } ?? cause.why
      paragraph(reason, earlier == nil ? .none : .faint, after: labelled("why", margin))
    }
    evidence(of: cause, margin: margin, layout: layout)
    remedies(of: cause, margin: margin, layout: layout)
    alternatives(of: cause, margin: margin, layout: layout)
    if layout.isWide, !cause.explains.isEmpty {
      let symptoms = cause.explains.joined(separator: ", ")
      paragraph(symptoms, .faint, after: labelled("covers", margin))
    }
    guard layout.isWide else { return }
    for timeline in timelines {
      self.timeline(
        timeline, name: names.name(of: timeline.object), after: labelled("then", margin))
    }
  }

  /// One line for a root cause that is not shown in full.
  mutating func briefly(_ cause: RootCause, names: AffectedNames, rankColumns: Int) {
    title(of: cause, rankColumns: rankColumns)
    let affected = names.list(of: cause, limit: 3)
    let circumstances = [cause.cause, cause.nameOfCluster].compactMap(\.self)
    paragraph(
      circumstances.joined(separator: ", ") + affected, .faint, after: Margin(rankColumns + 2))
  }

  private mutating func title(of cause: RootCause, rankColumns: Int) {
    let rank = String(cause.rank)
    let padding = String(repeating: " ", count: max(0, rankColumns - rank.count))
    let margin = Margin(0)
      .labelled(padding + rank, .strong, columns: rankColumns + 2)
      .labelled(cause.severity.rawValue, cause.severity.emphasis, columns: 9)
    paragraph(
      cause.says, .strong, after: margin, aside: "\(Int((cause.confidence * 100).rounded())) %")
  }

  private mutating func evidence(of cause: RootCause, margin: Margin, layout: TextLayout) {
    var margin = labelled("seen", margin)
    for evidence in cause.evidence.prefix(layout.evidence) {
      paragraph(evidence.says, after: margin, aside: shown(evidence.place))
      margin = margin.continued
      let room = layout.width - margin.columns
      let lines = evidence.lines(besides: cause, width: layout.isWide ? .max : room)
      for line in lines { paragraph(line, .faint, after: margin) }
    }
    let more = cause.evidence.count - layout.evidence
    if more > 0 {
      paragraph("and \(counted(more, "more place")) (-o wide)", .faint, after: margin)
    }
  }

  private mutating func remedies(of cause: RootCause, margin: Margin, layout: TextLayout) {
    var margin = labelled("do", margin)
    let columns = (cause.remedies.map(\.risk.rawValue.count).max() ?? 0) + 2
    for remedy in cause.remedies {
      let risk = margin.labelled(remedy.risk.rawValue, remedy.risk.emphasis, columns: columns)
      paragraph(remedy.says, after: risk)
      if let command = remedy.command { verbatim(command, .command, after: risk.continued) }
      if layout.isWide || remedy.command == nil { patch(of: remedy, margin: risk.continued) }
      margin = margin.continued
    }
  }

  private mutating func patch(of remedy: Remedy, margin: Margin) {
    for line in (remedy.patch ?? "").split(separator: "\n") {
      verbatim(String(line), .command, after: margin)
    }
  }

  private mutating func alternatives(of cause: RootCause, margin: Margin, layout: TextLayout) {
    var margin = labelled("or", margin)
    for alternative in cause.alternatives.prefix(layout.isWide ? .max : 2) {
      let percent = Int((alternative.confidence * 100).rounded())
      paragraph(
        "\(alternative.cause) (\(percent) %), unless \(alternative.unless)", after: margin)
      margin = margin.continued
    }
  }

  private func labelled(_ label: String, _ margin: Margin) -> Margin {
    margin.labelled(label, .strong, columns: Self.labelColumns)
  }
}

extension RootCause {
  fileprivate var nameOfCluster: String? { cluster.map { "cluster \($0)" } }

  /// Whether the object to change is one that suffers, or owns one, so that naming it again says nothing.
  fileprivate var blamesWhatSuffers: Bool {
    affected.contains { $0.object == object || $0.owner == object }
  }
}

extension Evidence {
  /// Where exactly and what stands there, below what it says; what the reader has seen already is left out.
  fileprivate func lines(besides cause: RootCause, width: Int) -> [String] {
    let isKnown =
      cause.affected.contains { $0.object == object }
      && (cause.affected.count == 1 || field.isEmpty)
    let place = [isKnown ? "" : object.description, field].filter { !$0.isEmpty }
      .joined(separator: " ")
    guard let quote, !quote.isEmpty, !says.holds(quote) else {
      return place.isEmpty ? [] : [Displayed.text(place)]
    }
    let line = Displayed.text(place.isEmpty ? "\"\(quote)\"" : "\(place)  \"\(quote)\"")
    if Displayed.columns(of: line) <= width { return [line] }
    let tail = Displayed.tail(of: Displayed.text(quote), columns: width - 2)
    return (place.isEmpty ? [] : [Displayed.text(place)]) + ["\"\(tail)\""]
  }
}

extension Severity {
  fileprivate var emphasis: Emphasis {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}

extension Remedy.Risk {
  fileprivate var emphasis: Emphasis {
    switch self {
    case .inspect: .info
    case .safe: .good
    case .disruptive: .warning
    case .destructive: .error
    }
  }
}
