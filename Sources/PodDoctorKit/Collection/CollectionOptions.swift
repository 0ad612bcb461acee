/// What of a cluster is collected.
package struct CollectionOptions: Sendable {
  /// Namespaces; all when empty.
  package var namespaces: [String] = []
  /// Objects whose pods' logs are collected; those of all pods in trouble when empty.
  package var targets: [ConsultationOptions.Target] = []
  /// How far back logs go, as kubectl takes it; nil for all.
  package var since: String?

  package init() {}
}
