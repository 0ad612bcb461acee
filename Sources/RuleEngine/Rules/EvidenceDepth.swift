/// How much of its evidence a rule tells.
package enum EvidenceDepth: Sendable {
  /// Each piece, with what it says and a quotation.
  case told
  /// Where the first piece stands in the subject's own document; nothing else of it is looked up.
  case placed
}
