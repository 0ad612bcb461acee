/// Some items of a long list, read by themselves.
package struct ListPart: Sendable {
  /// The mapping that the list is in, with these items.
  package let document: Document
  /// Where its items are in the text.
  package let range: Range<Int>
  /// How to read one of the items again; nil where it is not certain that the same would come out.
  package let items: ListItems?
}
