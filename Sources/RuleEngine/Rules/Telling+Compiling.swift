import Findings

extension Telling {
  /// Compiles all that `source` says once it matches; the errors name everything wrong with it.
  convenience init(
    _ source: RuleSource, remedies: SharedRemedies, compiledBy compiler: RuleCompiler
  ) throws(RuleErrors) {
    var compiler = compiler
    let severity = compiler.level(source.severity)
    let stricter = source.stricter.compactMap { compiler.restriction($0) }
    let blames = compiler.optional(source.blames, giving: .any)
    let says = compiler.template(source.says, .sentence)
    let evidence = source.evidence.compactMap { compiler.evidence($0) }
    let confidence = compiler.optional(source.confidence, giving: .number)
    let lowered = source.lowered.compactMap { compiler.lowering($0) }
    let alternatives = source.alternatives.compactMap { compiler.alternative($0) }
    let offered = source.remedies.compactMap { compiler.remedy($0, among: remedies) }
    guard let severity, let says, compiler.errors.isEmpty else {
      throw RuleErrors(compiler.errors)
    }
    self.init(
      title: source.title.value, playbook: source.playbook, refines: source.refines?.value,
      explains: source.explains.map(\.value), isFallback: source.isFallback, severity: severity,
      stricter: stricter, blames: blames, says: says, evidence: evidence,
      confidence: confidence, lowered: lowered, alternatives: alternatives, remedies: offered,
      why: ValueText.paragraphs(source.why.value))
  }
}

extension RuleCompiler {
  fileprivate mutating func level(_ text: RuleText) -> Telling.Level? {
    if let severity = Severity(rawValue: text.value) { return .always(severity) }
    return expression(text, giving: .string).map(Telling.Level.computed)
  }

  fileprivate mutating func evidence(
    _ source: RuleSource.EvidenceSource
  ) -> Telling.EvidenceClause? {
    var inner = self
    defer { errors = inner.errors }
    let each = source.each.flatMap { inner.definition($0, giving: .list) }
    let when = inner.optional(source.when, giving: .bool)
    let of = inner.optional(source.of, giving: .any)
    let at = source.at.flatMap { inner.template($0, .path) }.map { EvidencePath($0) } ?? .whole
    let quote = inner.optional(source.quote, giving: .any)
    guard let says = inner.template(source.says, .sentence) else { return nil }
    return Telling.EvidenceClause(
      each: each, when: when, of: of, at: at, says: says, quote: quote)
  }

  fileprivate mutating func restriction(
    _ source: RuleSource.Restriction
  ) -> Telling.Restriction? {
    expression(source.when, giving: .bool).map {
      Telling.Restriction(when: $0, profile: source.profile)
    }
  }

  fileprivate mutating func lowering(_ source: RuleSource.Lowering) -> Telling.Lowering? {
    let when = expression(source.when, giving: .bool)
    let because = template(source.because, .sentence)
    let amount: Telling.Lowering.Amount? =
      switch source.amount {
      case .to(let text): expression(text, giving: .number).map { .to($0) }
      case .by(let text): expression(text, giving: .number).map { .by($0) }
      }
    guard let when, let because, let amount else { return nil }
    return Telling.Lowering(when: when, amount: amount, because: because)
  }

  fileprivate mutating func alternative(
    _ source: RuleSource.AlternativeSource
  ) -> Telling.AlternativeClause? {
    let confidence = expression(source.confidence, giving: .number)
    let unless = template(source.unless, .sentence)
    let when = optional(source.when, giving: .bool)
    guard let confidence, let unless else { return nil }
    return Telling.AlternativeClause(
      cause: source.cause.value, confidence: confidence, unless: unless, when: when)
  }

  fileprivate mutating func remedy(
    _ source: RuleSource.RemedySource, among shared: SharedRemedies
  ) -> Telling.RemedyClause? {
    switch source {
    case .stated(let remedy): return self.remedy(remedy)
    case .shared(let name):
      if let remedy = shared.byName[name.value] { return self.remedy(remedy, usedAt: name) }
      let hint = Suggestion.phrase(for: name.value, among: shared.byName.keys.sorted())
      refuse("no shared remedy is named \(name.value)\(hint)", at: name)
      return nil
    }
  }

  private mutating func remedy(_ remedy: RemedyText) -> Telling.RemedyClause? {
    let command = remedy.command.flatMap { template($0, .shell) }
    let patch = remedy.patch.flatMap { template($0, .manifest) }
    let when = optional(remedy.when, giving: .bool)
    guard let says = template(remedy.says, .sentence) else { return nil }
    return Telling.RemedyClause(
      risk: remedy.risk, says: says, command: command, patch: patch, when: when)
  }

  /// A shared remedy may use names that this rule does not have; the error points at its use here.
  private mutating func remedy(
    _ remedy: RemedyText, usedAt use: RuleText
  ) -> Telling.RemedyClause? {
    var inner = self
    inner.errors = []
    let clause = inner.remedy(remedy)
    for error in inner.errors {
      refuse(
        "shared remedy \(use.value) does not fit here: \(error.says) (\(error.place))", at: use)
    }
    return clause
  }
}
