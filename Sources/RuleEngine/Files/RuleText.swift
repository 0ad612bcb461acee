package import Provenance

/// A piece of text of a rule file with the place where it begins, so that an error can point into
/// it.
package struct RuleText: Hashable, Sendable {
  package var value: String
  package var place: Place
  /// How many columns after the place the text itself begins: one behind a quotation mark.
  var indent = 0

  package init(_ value: String, at place: Place) {
    self.value = value
    self.place = place
  }
}
