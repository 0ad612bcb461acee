/// Where in the input a fact comes from: a source by the name the user gave it, and a mark inside.
package struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path of the file as the user named it, an archive entry's name, or `-` for standard input.
  package var file: String
  package var mark: Mark

  package init(file: String, mark: Mark) {
    self.file = file
    self.mark = mark
  }

  package var line: Int { Int(mark.line) }
  package var column: Int { Int(mark.column) }

  package var description: String { "\(file):\(mark)" }

  package static func < (one: Place, other: Place) -> Bool {
    (one.file, one.mark) < (other.file, other.mark)
  }
}
