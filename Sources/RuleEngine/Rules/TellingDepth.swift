/// How much of what it has to tell a rule tells.
package enum TellingDepth: Sendable {
  /// All of it: each piece of evidence with what it says and a quotation, each remedy.
  case told
  /// Of the evidence where the first piece stands in the subject's own document, and what the rule says is to be quoted
  /// of it; nothing else is looked up.
  case placed
  /// Of the evidence no more than when placed; of the remedies whether one is a safe patch.
  case outlined
}
