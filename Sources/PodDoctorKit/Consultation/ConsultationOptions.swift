import KubernetesModel
import Provenance
package import Triage

/// What a consultation reads and what it is asked about.
package struct ConsultationOptions: Sendable {
  /// Files, folders and archives as the user named them; `-` is standard input.
  package var sources: [String] = []
  /// Namespaces to diagnose, all when empty; never narrows what the simulation sees.
  package var namespaces: [String] = []
  /// A label selector in kubectl's syntax.
  package var labelSelector: String?
  /// A field selector in kubectl's syntax: metadata.name, metadata.namespace, spec.nodeName, status.phase.
  package var fieldSelector: String?
  /// Objects to diagnose, without namespaces; all when empty.
  package var targets: [Target] = []
  /// The present, as RFC 3339; nil takes the newest time in the dump.
  package var now: String?
  /// Folders with further rules, which replace bundled ones of the same name.
  package var ruleFolders: [String] = []
  /// Names of rules, with globs, to turn on or off; later ones win over earlier ones of the other list.
  package var enabledRules: [String] = []
  package var disabledRules: [String] = []
  package var gate = Gate(failingFrom: nil)
  /// Whether names of objects, images and hosts are replaced by pseudonyms.
  package var hidesNames = false
  /// Whether the report tells the timelines of pods, which not every format shows.
  package var tellsTimelines = true

  package init() {}

  /// An object that the user named as `TYPE/NAME` or `TYPE NAME`.
  package struct Target: Hashable, Sendable {
    /// The kind as the API spells it, such as `PersistentVolumeClaim`.
    package var kind: String
    package var name: String

    package init(kind: String, name: String) {
      self.kind = kind
      self.name = name
    }
  }
}
