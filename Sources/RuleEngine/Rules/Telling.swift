import Findings
import Provenance

/// What a rule says once it matches, compiled.
///
/// It and its clauses are classes, because a finding reads them all and would count each of their parts.
final class Telling: Sendable {
  let title: String
  let playbook: Playbook
  let refines: String?
  let explains: [String]
  let isFallback: Bool
  let severity: Level
  let stricter: [Restriction]
  let blames: Expression?
  let says: Template
  let evidence: [EvidenceClause]
  let confidence: Expression?
  let lowered: [Lowering]
  let alternatives: [AlternativeClause]
  let remedies: [RemedyClause]
  /// What the finding means, in paragraphs.
  let why: String

  init(
    title: String, playbook: Playbook, refines: String?, explains: [String], isFallback: Bool,
    severity: Level, stricter: [Restriction], blames: Expression?, says: Template,
    evidence: [EvidenceClause], confidence: Expression?, lowered: [Lowering],
    alternatives: [AlternativeClause], remedies: [RemedyClause], why: String
  ) {
    self.title = title
    self.playbook = playbook
    self.refines = refines
    self.explains = explains
    self.isFallback = isFallback
    self.severity = severity
    self.stricter = stricter
    self.blames = blames
    self.says = says
    self.evidence = evidence
    self.confidence = confidence
    self.lowered = lowered
    self.alternatives = alternatives
    self.remedies = remedies
    self.why = why
  }

  /// A severity that is always the same, or one that an expression gives.
  enum Level: Sendable {
    case always(Severity)
    case computed(Expression)
  }

  struct Restriction: Sendable {
    var when: Expression
    var profile: RuleProfile
  }

  struct Lowering: Sendable {
    enum Amount: Sendable {
      case to(Expression)
      case by(Expression)
    }

    var when: Expression
    var amount: Amount
    var because: Template
  }

  final class EvidenceClause: Sendable {
    let each: RuleDefinition?
    let when: Expression?
    let of: Expression?
    let at: EvidencePath
    let says: Template
    let quote: Expression?

    init(
      each: RuleDefinition?, when: Expression?, of: Expression?, at: EvidencePath, says: Template,
      quote: Expression?
    ) {
      self.each = each
      self.when = when
      self.of = of
      self.at = at
      self.says = says
      self.quote = quote
    }
  }

  final class AlternativeClause: Sendable {
    let cause: String
    let confidence: Expression
    let unless: Template
    let when: Expression?

    init(cause: String, confidence: Expression, unless: Template, when: Expression?) {
      self.cause = cause
      self.confidence = confidence
      self.unless = unless
      self.when = when
    }
  }

  final class RemedyClause: Sendable {
    let risk: Remedy.Risk
    let says: Template
    let command: Template?
    let patch: Template?
    let when: Expression?

    init(
      risk: Remedy.Risk, says: Template, command: Template?, patch: Template?, when: Expression?
    ) {
      self.risk = risk
      self.says = says
      self.command = command
      self.patch = patch
      self.when = when
    }
  }
}
