/// One command of kubectl, which only reads, and the file for what it prints.
package struct CollectionStep: Sendable, Hashable {
  /// Where the output belongs in the collection.
  package var file: String
  /// The arguments behind `kubectl`.
  package var arguments: [String]

  package init(file: String, arguments: [String]) {
    self.file = file
    self.arguments = arguments
  }
}
