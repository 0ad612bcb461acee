/// Another cause that the evidence allows, and what would rule it out.
package struct Alternative: Hashable, Sendable {
  package var cause: String
  package var confidence: Double
  /// What, if it is so, speaks against this alternative, and how to find out.
  package var unless: String

  package init(cause: String, confidence: Double, unless: String) {
    self.cause = cause
    self.confidence = confidence
    self.unless = unless
  }
}
