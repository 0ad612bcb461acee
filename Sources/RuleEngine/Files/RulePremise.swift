/// What decides whether a rule matches, as its file states it; the rest is read when it first does.
struct RulePremise: Sendable {
  var name: RuleText
  var about: RuleText
  var parameters: [RuleParameter]
  var given: [RuleSource.Definition]
  var each: RuleSource.Definition?
  var when: RuleText

  /// The keys that state a premise, in their order.
  static let keys = ["name", "about", "parameters", "given", "each", "when"]

  init(of source: RuleSource) {
    name = source.name
    about = source.about
    parameters = source.parameters
    given = source.given
    each = source.each
    when = source.when
  }

  /// Reads a premise from a file that states nothing else.
  init(reading file: RuleFile) throws(RuleErrors) {
    let document = try RuleDocument.root(of: file)
    var reader = FieldReader(document, keys: Self.keys, in: "a premise")
    name = reader.required("name")
    about = reader.required("about")
    parameters = reader.parameters("parameters")
    given = reader.definitions("given")
    each = reader.iteration("each")
    when = reader.required("when")
    guard reader.errors.isEmpty else { throw RuleErrors(reader.errors) }
  }

  /// The part of a rule's text that states its premise; the other lines are left empty, so that places stay true.
  static func text(in rule: String) -> String {
    var isKept = false
    var kept = ""
    for line in rule.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let first = line.first, (first | 32) &- 97 < 26 {
        let key = String(Substring(line.prefix { $0 != UInt8(ascii: ":") }))
        isKept = keys.contains(key)
      }
      kept += (isKept ? String(Substring(line)) : "") + "\n"
    }
    return kept
  }
}
