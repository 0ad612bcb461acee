/// A value of any shape, kept as JSON text: what the API calls a raw extension.
package struct RawJSON: FieldValue {
  /// Empty when the field is absent.
  package var text: String = ""

  package init() {}

  package static var absent: RawJSON { RawJSON() }
}
