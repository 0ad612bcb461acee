package import Findings
package import Provenance
package import RuleEngine
package import Triage

/// What to review, by which rules, and when the review fails.
package struct ReviewOptions: Sendable {
  /// Files, folders or `-`.
  package var sources: [String] = []
  /// A dump of the cluster that the manifests are meant for, as files and folders; empty when there is none.
  package var cluster: [String] = []
  /// The namespace of objects that name none.
  package var namespace = "default"
  package var profile = RuleProfile.default
  /// Names or globs; what is enabled wins over what is disabled.
  package var enabledRules: [String] = []
  package var disabledRules: [String] = []
  /// Likewise what a configuration turns on and off, which the command line wins over.
  package var configuredOn: [String] = []
  package var configuredOff: [String] = []
  /// Where the configuration names each of them.
  package var configuredPlaces: [String: Place] = [:]
  /// Rules that a configuration brings.
  package var configuredRules: [RuleFile] = []
  /// Folders with further rules.
  package var ruleFolders: [String] = []
  package var gate = Gate(failingFrom: .error)
  /// Where custom kinds keep their pod template, as `example.com/Fleet` to `spec.template`.
  package var templatePaths: [String: String] = [:]
  /// Kinds of which the manifests are all that there will be, so that an absent object is an error.
  package var completeKinds: Set<String> = []
  /// The minor version of Kubernetes 1 that the manifests are meant for.
  package var kubernetesMinor = 36
  /// Severities that somebody set for rules, by name.
  package var severities: [String: Severity] = [:]
  /// Parameters that somebody set for rules, by name.
  package var parameters: [String: [RuleParameter]] = [:]
  /// What does not count, as a configuration says.
  package var ignores: [Ignore] = []
  /// Whether manifests cannot silence findings about themselves.
  package var isStrict = false
  /// Whether the annotations by which other tools are silenced count.
  package var honoursOtherTools = false
  /// Whether names of objects, images and hosts are replaced by pseudonyms.
  package var hidesNames = false
  /// Findings that were there before.
  package var baseline: ReviewBaseline?
  /// Whether each finding tells its remedies, or only the first of each reason, as reports for people do.
  package var tellsEveryRemedy = true
  /// The day of the review, as `2026-12-31`, for what expires; nil when nothing does.
  package var today: String?

  package init() {}
}
