package import Findings
package import Triage

/// What to review, by which rules, and when the review fails.
package struct ReviewOptions: Sendable {
  /// Files, folders or `-`.
  package var sources: [String] = []
  /// The namespace of objects that name none.
  package var namespace = "default"
  package var profile = RuleProfile.default
  /// Names or globs; what is enabled wins over what is disabled.
  package var enabledRules: [String] = []
  package var disabledRules: [String] = []
  /// Folders with further rules.
  package var ruleFolders: [String] = []
  package var gate = Gate(failingFrom: .error)
  /// Where custom kinds keep their pod template, as `example.com/Fleet` to `spec.template`.
  package var templatePaths: [String: String] = [:]
  /// Kinds of which the manifests are all that there will be, so that an absent object is an error.
  package var completeKinds: Set<String> = []

  package init() {}
}
