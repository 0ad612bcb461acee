/// A rule as people read about it: in `poddoctor explain`, `poddoctor rules list` and the reference.
package struct RuleDescription: Hashable, Sendable {
  /// A value that people may set for the rule, with what it is unless they do.
  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The names that another tool has for what the rule finds.
  package struct Equivalent: Hashable, Sendable {
    package var tool: String
    package var names: [String]

    package init(tool: String, names: [String]) {
      self.tool = tool
      self.names = names
    }
  }

  package var name: String
  package var title: String
  /// The severity, or `by case` when the rule computes it.
  package var severity: String
  package var refines: String?
  package var playbook: Playbook
  /// The kind of object that the rule looks at.
  package var about: String
  /// What makes the rule be asked; any object of its kind when empty.
  package var triggers: [String]
  /// The release that brought the rule.
  package var since: String
  /// The template of the sentence.
  package var says: String
  package var why: String
  /// The causes that are symptoms of this one.
  package var explains: [String]
  package var remedies: [Remedy]
  /// Where to read on.
  package var seeAlso: [String]
  /// The mildest profile of reviews that asks the rule.
  package var profile: RuleProfile
  package var parameters: [Parameter]
  package var equivalents: [Equivalent]
  /// Whether the rule looks at objects unless it is turned off, or only when it is turned on.
  package var isSwitchedOn: Bool

  package init(
    name: String, title: String, severity: String, refines: String? = nil, playbook: Playbook,
    about: String, triggers: [String] = [], since: String, says: String, why: String,
    explains: [String] = [],
    remedies: [Remedy] = [], seeAlso: [String] = [], profile: RuleProfile = .default,
    parameters: [Parameter] = [], equivalents: [Equivalent] = [], isSwitchedOn: Bool = true
  ) {
    self.name = name
    self.title = title
    self.severity = severity
    self.refines = refines
    self.playbook = playbook
    self.about = about
    self.triggers = triggers
    self.since = since
    self.says = says
    self.why = why
    self.explains = explains
    self.remedies = remedies
    self.seeAlso = seeAlso
    self.profile = profile
    self.parameters = parameters
    self.equivalents = equivalents
    self.isSwitchedOn = isSwitchedOn
  }
}
