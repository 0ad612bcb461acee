package import Provenance

/// What the API server would say about an object.
package struct ValidationVerdict: Sendable {
  /// A remark that comes with an object that is created nevertheless.
  package struct Warning: Hashable, Sendable {
    package let message: String
    package let place: Place
  }

  /// Why the object cannot be read at all; nothing else is said then.
  package internal(set) var decodeError: DecodeError?
  package internal(set) var strictErrors: [StrictError] = []
  package internal(set) var errors: [FieldError] = []
  package internal(set) var warnings: [Warning] = []
}
