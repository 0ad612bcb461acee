import CEL
package import YAML

/// A value that people may set for a rule, with what it is unless they do.
package struct RuleParameter: Sendable {
  package var name: RuleText
  package var value: YAMLNode

  package init(name: RuleText, value: YAMLNode) {
    self.name = name
    self.value = value
  }

  /// The value as a sentence shows it.
  package var text: String {
    let text = ValueText.text(of: Value(document: value))
    return text.isEmpty ? "none" : text
  }
}
