/// All rules of a folder in two texts, made at build time, so that start-up parses no rule.
///
/// The index has a line for each rule: name, subject kind, playbook, profile, triggers with commas
/// between, title, number of bytes of its text; with tabs between. The rules' texts, without examples, follow one another in
/// index order.
package struct RulePack: Sendable {
  package var index: String
  package var rules: String
  package var remedies: String
  package var vocabulary: String
  /// The files of signatures, without the folders that they are in.
  package var signatures: [RuleFile]
  /// The files of known words, without the folders that they are in.
  package var glossary: [RuleFile]

  package init(
    index: String, rules: String, remedies: String, vocabulary: String, signatures: [RuleFile],
    glossary: [RuleFile]
  ) {
    self.signatures = signatures
    self.glossary = glossary
    self.index = index
    self.rules = rules
    self.remedies = remedies
    self.vocabulary = vocabulary
  }
}
