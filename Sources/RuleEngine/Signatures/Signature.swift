/// A text that programs are known to write, and what it speaks for.
package struct Signature: Sendable, Hashable {
  package var name: String
  /// What the text is about; a search can be limited to some groups.
  package var group: String
  /// The cause that the text speaks for, or `symptom` or `context`.
  package var cause: String
  /// The higher, the more it says; the scale is the file's own.
  package var weight: Int
  /// In RE2's syntax.
  package var pattern: String
  /// Words in lower case of which every text that the pattern matches holds one; none when there are no such words.
  package let words: [String]

  package init(name: String, group: String, cause: String, weight: Int, pattern: String) {
    self.init(
      name: name, group: group, cause: cause, weight: weight, pattern: pattern,
      words: RequiredLiterals.of(pattern))
  }

  init(
    name: String, group: String, cause: String, weight: Int, pattern: String, words: [String]
  ) {
    self.name = name
    self.group = group
    self.cause = cause
    self.weight = weight
    self.pattern = pattern
    self.words = words
  }

  /// Shows that something fails without saying why.
  package static let symptom = "symptom"
  /// Harmless.
  package static let context = "context"
}
