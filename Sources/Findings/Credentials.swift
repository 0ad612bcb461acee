package import Provenance

/// Recognises what must not reach a report: values of Secrets, passwords, tokens and keys.
package enum Credentials {
  /// What stands in the place of a credential.
  package static let blot = "•••"

  /// Whether a field of an object of this kind holds nothing but credentials.
  package static func conceals(_ kind: String, _ field: FieldPath) -> Bool {
    guard kind == "Secret", case .key(let key)? = field.steps.first else { return false }
    return key == "data" || key == "stringData" || key == "metadata" && field.holdsLastApplied
  }

  /// Whether a name, as of an environment variable, promises a credential.
  package static func isName(_ name: String) -> Bool {
    let plain = name.utf8.prefix(128).compactMap { byte -> UInt8? in
      let lower = byte | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) ? lower : nil
    }
    guard !harmlessEndings.contains(where: { plain.reversed().starts(with: $0.utf8.reversed()) })
    else { return false }
    return words.contains { contains(plain, $0) }
  }

  /// Whether `word` stands somewhere in `text`; names are short, and this is asked of each.
  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { start in
      text[start] == first && text[start...].starts(with: word)
    }
  }

  /// The text with passwords, tokens and keys blotted out; its lines stay lines.
  package static func blotted(_ text: String) -> String {
    var blotter = CredentialBlotter(text)
    return blotter.blotted()
  }

  private static let words = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey",
    "credential", "authorization", "clientkey", "signingkey", "encryptionkey", "dockerconfigjson",
  ].map { Array($0.utf8) }

  /// Names that speak of a credential without holding one.
  private static let harmlessEndings = [
    "secretname", "secretref", "secretkeyref", "name", "path", "file", "url", "ttl", "expiration",
    "expirationseconds", "secrets", "imagepullsecrets", "automountserviceaccounttoken",
    "serviceaccounttoken", "namespace",
  ]
}

extension FieldPath {
  fileprivate var holdsLastApplied: Bool {
    steps.contains(.key("annotations"))
  }
}
