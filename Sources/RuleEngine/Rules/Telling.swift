import Findings
import Provenance

/// What a rule says once it matches, compiled.
struct Telling: Sendable {
  var title: String
  var playbook: Playbook
  var refines: String?
  var explains: [String]
  var isFallback: Bool
  var severity: Level
  var stricter: [Restriction]
  var blames: Expression?
  var says: Template
  var evidence: [EvidenceClause]
  var confidence: Expression?
  var lowered: [Lowering]
  var alternatives: [AlternativeClause]
  var remedies: [RemedyClause]
  /// What the finding means, in paragraphs.
  var why: String

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

  struct EvidenceClause: Sendable {
    var each: Rule.Given?
    var when: Expression?
    var of: Expression?
    var at: Template?
    var says: Template
    var quote: Expression?
  }

  struct AlternativeClause: Sendable {
    var cause: String
    var confidence: Expression
    var unless: Template
    var when: Expression?
  }

  struct RemedyClause: Sendable {
    var risk: Remedy.Risk
    var says: Template
    var command: Template?
    var patch: Template?
    var when: Expression?
  }
}
