/// All rules of a folder in a few texts, made at build time, so that start-up parses no YAML.
package struct RulePack: Sendable {
  /// A line for each rule, with tabs between: name, subject kind, playbook, profile, triggers with commas between,
  /// title, number of bytes of its document.
  package var index: String
  /// The packed documents of the rules, without examples, one after the other in the order of the index.
  package var rules: String
  /// The packed document of `remedies.yaml`; empty when there is none.
  package var remedies: String
  /// The packed document of `vocabulary.yaml`; empty when there is none.
  package var vocabulary: String
  package var signatures: [SignaturePack]
  /// The words of all files of words.
  package var glossary: PackedWords

  package init(
    index: String, rules: String, remedies: String, vocabulary: String,
    signatures: [SignaturePack], glossary: PackedWords
  ) {
    self.glossary = glossary
    self.index = index
    self.rules = rules
    self.remedies = remedies
    self.vocabulary = vocabulary
    self.signatures = signatures
  }
}
