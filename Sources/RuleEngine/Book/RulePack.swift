/// All rules of a folder in a few texts, made at build time, so that start-up parses no YAML.
package struct RulePack: Sendable {
  /// A line for each rule, in the order of their names, with tabs between: number of octets of its premise and of its
  /// document, number of its profile, 1 for a fallback and else 0, name, subject kind, playbook, triggers with commas
  /// between, title.
  package var index: String
  /// For each rule, in the order of the index, its premise and then the whole, without examples, as packed documents.
  package var rules: String
  /// Which rules a subject triggers.
  package var triggers: PackedTriggers
  /// The packed document of `remedies.yaml`; empty when there is none.
  package var remedies: String
  /// The packed document of `vocabulary.yaml`; empty when there is none.
  package var vocabulary: String
  package var signatures: [SignaturePack]
  /// The words of all files of words.
  package var glossary: PackedWords

  package init(
    index: String, rules: String, triggers: PackedTriggers, remedies: String, vocabulary: String,
    signatures: [SignaturePack], glossary: PackedWords
  ) {
    self.glossary = glossary
    self.index = index
    self.rules = rules
    self.triggers = triggers
    self.remedies = remedies
    self.vocabulary = vocabulary
    self.signatures = signatures
  }
}
