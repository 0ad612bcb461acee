package import Provenance

/// Recognises what must not reach a report: values of Secrets, passwords, tokens and keys.
package enum Credentials {
  /// What stands in the place of a credential.
  package static let blot = "•••"

  /// Whether a field of an object of this kind holds nothing but credentials.
  package static func conceals(_ kind: String, _ field: FieldPath) -> Bool {
    guard kind == "Secret", case .key(let key)? = field.steps.first else { return false }
    return key == "data" || key == "stringData" || key == "metadata" && field.isInAnnotations
  }

  /// Whether a name, as of an environment variable, promises a credential.
  package static func isName(_ name: String) -> Bool { CredentialName(name) == .certain }

  /// Whether nothing under this name is a credential.
  package static func isHarmless(_ name: String) -> Bool { CredentialName(name) == .harmless }

  /// Whether a value under this name must not be shown: by the name alone, or by the name and its look.
  package static func isCredential(_ value: String, named name: String) -> Bool {
    switch CredentialName(name) {
    case .certain: !value.isEmpty
    case .doubtful: CredentialToken.isRandom(Array(value.utf8)[...], atLeast: 12)
    case .harmless: false
    }
  }

  /// Whether a credential may stand in the text; most sentences tell at a glance that none does.
  package static func mayStand(in text: String) -> Bool {
    CredentialSieve(text.utf8Span.span).mayHoldCredential
  }

  /// The text with passwords, tokens and keys blotted out; its lines stay lines.
  package static func blotted(_ text: String) -> String {
    guard mayStand(in: text) else { return text }
    var blotter = CredentialBlotter(text)
    return blotter.blotted()
  }
}

extension FieldPath {
  fileprivate var isInAnnotations: Bool { steps.contains(.key("annotations")) }
}
