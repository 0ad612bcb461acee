/// Where and why a text stops being YAML or JSON.
struct SyntaxFailure: Error {
  var kind = ReadingProblem.Kind.syntax
  var says: String
  /// Nil when only the octet is known.
  var position: Position?
  var offset = 0
  /// What was being read, and where that began.
  var context: String?
  var contextPosition: Position?
  /// The octet that libyaml should read as another; set where libyaml itself saw nothing wrong.
  var replacing: Int?

  /// Whether a tag was being read.
  var isInTag: Bool {
    replacing != nil || context == "while scanning a tag" || context == "while parsing a tag"
  }
}
