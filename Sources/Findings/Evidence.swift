package import Provenance

/// What the dump shows: a field of an object, or a line of text, and what it says.
package struct Evidence: Hashable, Sendable {
  package var object: ObjectReference
  /// The path of the field inside the object, as the API server writes it; empty when the whole object is meant.
  package var field: String
  /// What a reader should see there, in one clause.
  package var says: String
  /// Where it stands in the input; nil when nothing there can be pointed at (an object that is missing).
  package var place: Place?
  /// The text at that place, shortened and with credentials blotted out.
  package var quote: String?

  package init(
    _ object: ObjectReference, _ field: String, says: String, place: Place? = nil,
    quote: String? = nil
  ) {
    self.object = object
    self.field = field
    self.says = says
    self.place = place
    self.quote = quote
  }
}
