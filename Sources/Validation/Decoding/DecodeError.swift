package import Provenance

/// Why a document cannot be read as an object of its kind, in the API server's words.
package struct DecodeError: Error, Hashable, Sendable {
  package let message: String
  package let place: Place
}
