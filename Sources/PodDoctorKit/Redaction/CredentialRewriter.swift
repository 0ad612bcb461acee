import Findings
import Provenance

/// Leaves out of a report what looks like a credential or is one by the dump's own words.
struct CredentialRewriter: ReportRewriter, Sendable {
  /// Longer texts are rarely there twice.
  private static let longestKnown = 512
  private static let mostKnown = 4_096

  let values: SecretValues
  /// What became of texts, of which a report has many more than once.
  private var known: [String: String] = [:]
  /// The name that was asked for last, and what became of it: findings about one object follow each other.
  private var last = (name: "", safe: "")

  init(values: SecretValues) {
    self.values = values
  }

  mutating func text(_ text: String) -> String {
    if values.isEmpty, !Credentials.mayStand(in: text) { return text }
    // Only a text in ASCII is equal to none that is written otherwise.
    guard text.utf8.count <= Self.longestKnown, text.utf8Span.isKnownASCII else {
      return safe(text)
    }
    if let safe = known[text] { return safe }
    let safe = safe(text)
    if known.count < Self.mostKnown { known[text] = safe }
    return safe
  }

  /// The text without credentials.
  func safe(_ text: String) -> String { Credentials.blotted(values.blotted(text)) }

  mutating func object(_ object: ObjectReference) -> ObjectReference {
    var object = object
    if object.name != last.name { last = (object.name, text(object.name)) }
    object.name = last.safe
    return object
  }

  func field(_ path: String) -> String { path }

  func file(_ path: String) -> String { path }
}
