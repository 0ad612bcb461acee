/// A field that is known, and neither looked at nor kept.
package struct Discarded: FieldValue {
  package init() {}

  package static var absent: Discarded { Discarded() }
}
