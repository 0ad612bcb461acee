/// How much of its evidence a rule tells.
package enum EvidenceDepth: Sendable {
  /// Each piece, with what it says and a quotation.
  case told
  /// Where the first piece stands in the subject's own document, and what the rule says is to be quoted of it; nothing
  /// else is looked up.
  case placed
}
