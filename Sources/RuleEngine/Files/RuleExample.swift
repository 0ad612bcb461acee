package import Provenance

/// A dump small enough to read, and what the rule says about it.
package struct RuleExample: Sendable, CustomStringConvertible {
  /// What the rule is expected to say.
  package enum Expectation: Hashable, Sendable {
    case nothing
    case sentences([String])
  }

  /// Lines of a container's log, by the path that a dump would have them under.
  package struct Log: Hashable, Sendable {
    package var path: String
    package var text: String
  }

  package var rule: String
  /// What the example shows, in a few words; empty when its author gave it no name.
  package var name: String
  package var finds: Expectation
  /// The present, as RFC 3339; nil for the newest time in the input.
  package var now: String?
  /// What the example sets of the rule's parameters.
  package var parameters: [RuleParameter]
  package var logs: [Log]
  /// The cluster that manifests are reviewed for, as YAML documents; empty when there is none.
  package var cluster: String
  /// Objects as YAML documents.
  package var input: String
  /// Where the example stands in the rule file.
  package var place: Place

  /// The rule and what the example shows: the name of a test case.
  package var description: String {
    let subject = name.isEmpty ? "line \(place.line)" : name
    switch finds {
    case .nothing: return "\(rule) finds nothing: \(subject)"
    case .sentences: return "\(rule) finds: \(subject)"
    }
  }
}
