/// What is known of the remedies of a finding that were left out, because most reports show few of them.
package struct UntoldRemedies: Hashable, Sendable {
  /// Whether one of them is a change of the manifest that may be made without asking anybody.
  package var offersSafePatch: Bool

  package init(offersSafePatch: Bool) {
    self.offersSafePatch = offersSafePatch
  }
}
