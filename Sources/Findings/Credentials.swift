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
    let text = String(decoding: plain, as: UTF8.self)
    guard !harmlessEndings.contains(where: text.hasSuffix) else { return false }
    return words.contains { text.contains($0) }
  }

  /// The text with passwords, tokens and keys blotted out; its lines stay lines.
  package static func blotted(_ text: String) -> String {
    var blotter = CredentialBlotter(text)
    return blotter.blotted()
  }

  private static let words = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey",
    "credential", "authorization", "clientkey", "signingkey", "encryptionkey", "dockerconfigjson",
  ]

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
