package import Provenance

/// A field that strict decoding refuses: one that its type does not have, or that stands twice.
package struct StrictError: Hashable, Sendable {
  /// The API server's words.
  package let message: String
  package let place: Place
  /// The field that may have been meant.
  package let suggestion: String?
}
