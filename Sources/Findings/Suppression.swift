/// Why a finding does not count: who said so, where, and until when.
package struct Suppression: Hashable, Sendable {
  /// Where findings can be suppressed.
  package enum Source: String, Sendable, CaseIterable {
    case config, annotation, comment, baseline
  }

  package var source: Source
  package var reason: String
  package var owner: String?
  /// The last day that it holds, as `2026-12-31`.
  package var expires: String?

  package init(_ source: Source, reason: String, owner: String? = nil, expires: String? = nil) {
    self.source = source
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }
}
