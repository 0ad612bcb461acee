/// What came of reading a long list part by part.
package enum ListReading<Result: Sendable>: Sendable {
  /// The text is no list, or too short a one.
  case noList
  /// The text looks like a list, but only reading all of it in one piece tells what it is.
  case unsure
  /// What was made of the parts, in their order.
  case parts([Result])
}
