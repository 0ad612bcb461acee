package import Provenance

/// What is wrong in a rule file, in the words of its author, with place, line and caret.
package struct RuleError: Error, Hashable, Sendable, Comparable, CustomStringConvertible {
  package var place: Place
  package var says: String
  /// The line of the file that the place is in; nil when there is none to show.
  package var line: String?

  package init(_ says: String, at place: Place, line: String? = nil) {
    self.place = place
    self.says = says
    self.line = line
  }

  /// One line as compilers print it, then the line of the file and a caret below the column.
  package var description: String {
    guard let line else { return "\(place): error: \(says)" }
    let indent = String(repeating: " ", count: max(0, place.column - 1))
    return "\(place): error: \(says)\n  \(line)\n  \(indent)^"
  }

  /// This error with the line of `text` that it points into.
  ///
  /// What is wrong in a text that is folded over several lines is pointed at no further than its first line goes.
  package func showing(lineOf text: String) -> RuleError {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard place.line >= 1, place.line <= lines.count else { return self }
    let line = String(Substring(lines[place.line - 1]))
    var place = place
    let end = line.unicodeScalars.count + 1
    if place.column > end { place.mark = Mark(line: place.line, column: end) }
    return RuleError(says, at: place, line: line)
  }

  package static func < (one: RuleError, other: RuleError) -> Bool {
    (one.place, one.says) < (other.place, other.says)
  }
}

/// All that is wrong in a set of rule files, in file order.
package struct RuleErrors: Error, Hashable, Sendable, CustomStringConvertible {
  package var errors: [RuleError]

  package init(_ errors: [RuleError]) {
    self.errors = errors.sorted()
  }

  /// The first errors, each as a compiler prints it, and how many more there are.
  package var description: String {
    let shown = errors.prefix(40).map(\.description)
    let more = errors.count > 40 ? ["and \(errors.count - 40) more errors"] : []
    return (shown + more).joined(separator: "\n")
  }
}
