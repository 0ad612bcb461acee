package import Findings

/// A rule as its file states it: every text with its place, nothing compiled yet.
package struct RuleSource: Sendable {
  package var file: String
  package var name: RuleText
  package var title: RuleText
  package var severity: RuleText
  /// The mildest profile of reviews that asks the rule.
  package var profile: RuleProfile
  /// Cases that only a stricter profile asks about.
  package var stricter: [Restriction]
  package var refines: RuleText?
  package var since: RuleText
  package var playbook: Playbook
  package var about: RuleText
  package var on: [RuleText]
  package var parameters: [RuleParameter]
  package var given: [Definition]
  /// A list, for each element of which the rule is asked.
  package var each: Definition?
  package var when: RuleText
  package var blames: RuleText?
  package var says: RuleText
  package var evidence: [EvidenceSource]
  package var explains: [RuleText]
  package var confidence: RuleText?
  package var lowered: [Lowering]
  /// Whether the rule speaks only where no other is sure of anything about the object.
  package var isFallback: Bool
  package var alternatives: [AlternativeSource]
  package var remedies: [RemedySource]
  package var why: RuleText
  package var equivalents: [Equivalent]
  package var seeAlso: [RuleText]
  package var examples: [RuleExample]

  /// The severity, or `by case` where an expression decides.
  package var severityText: String {
    Severity(rawValue: severity.value)?.rawValue ?? "by case"
  }

  /// A name of `given`, with what it stands for.
  package struct Definition: Sendable {
    package var name: RuleText
    package var expression: RuleText
  }

  /// A case of the rule that a stricter profile than the rule's own asks about.
  package struct Restriction: Sendable {
    package var when: RuleText
    package var profile: RuleProfile
  }

  /// A circumstance that makes the rule less sure: the most confidence that is left, or how much is
  /// taken off.
  package struct Lowering: Sendable {
    /// The most confidence that is left, or how much is taken off.
    package enum Amount: Sendable {
      case to(RuleText)
      case by(RuleText)
    }

    package var when: RuleText
    package var amount: Amount
    package var because: RuleText
  }

  /// Where evidence stands and what it says, for one object or for each element of a list.
  package struct EvidenceSource: Sendable {
    package var each: Definition?
    package var when: RuleText?
    package var of: RuleText?
    package var at: RuleText?
    package var says: RuleText
    package var quote: RuleText?
  }

  /// Another cause that the same evidence allows.
  package struct AlternativeSource: Sendable {
    package var cause: RuleText
    package var confidence: RuleText
    package var unless: RuleText
    package var when: RuleText?
  }

  /// The names that another tool has for what the rule finds.
  package struct Equivalent: Sendable {
    package var tool: RuleText
    package var names: [RuleText]
  }

  /// Something to do: stated in the rule, or the name of a remedy that several rules share.
  package enum RemedySource: Sendable {
    case shared(RuleText)
    case stated(RemedyText)
  }
}

/// A remedy as a file states it.
package struct RemedyText: Sendable {
  package var risk: Remedy.Risk
  package var says: RuleText
  package var command: RuleText?
  package var patch: RuleText?
  package var when: RuleText?
}
