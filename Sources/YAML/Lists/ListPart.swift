/// Some items of a long list, read by themselves.
package struct ListPart: Sendable {
  /// The mapping that the list is in, with these items.
  package let document: Document
  /// Where its items are in the text.
  package let range: Range<Int>
  /// How to read one of the items again; nil where it is not certain that the same would come out.
  package let items: ListItems?
}

/// What came of reading a long list part by part.
package enum ListReading<Result: Sendable>: Sendable {
  /// The text is no list, or too short a one.
  case noList
  /// The text looks like a list, but only reading all of it in one piece tells what it is.
  case unsure
  /// What was made of the parts, in their order.
  case parts([Result])
}
