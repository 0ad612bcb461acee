/// A position in a file: line and column, both counted from one, columns in Unicode scalars.
package struct Mark: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var line: Int32
  package var column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package var description: String { String(line) + ":" + String(column) }

  package static func < (one: Mark, other: Mark) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
