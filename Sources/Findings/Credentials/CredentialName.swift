/// What a name says about the value beside it.
enum CredentialName {
  /// The value is a credential, whatever it looks like.
  case certain
  /// The value is a credential if it looks like one.
  case doubtful
  case harmless

  /// What every name holds somewhere that is not harmless; most names are ruled out by it.
  private static let stems = WordSet([
    "pass", "pwd", "secret", "token", "key", "cred", "auth", "docker", "bearer", "sig", "cookie",
    "salt", "dsn", "jwt", "hash", "session", "nonce", "sid", "webhook",
  ])
  /// Endings of the word that makes a name that of a credential: `dbpassword`, `authtoken`.
  private static let endings = [
    "password", "passwd", "passphrase", "passcode", "secret", "token", "apikey", "accesskey",
    "secretkey", "privatekey", "accountkey", "signingkey", "encryptionkey", "masterkey", "authkey",
    "credential", "credentials", "authorization", "dockerconfigjson", "dockercfg", "sharedkey",
  ].map { Array($0.utf8) }
  /// Words that are one only as a whole.
  private static let words: Set<String> = ["pass", "pwd", "passwort", "bearer", "sig", "cookie"]
  /// Words before `key` that make it one.
  private static let keys: Set<String> = [
    "api", "access", "secret", "private", "account", "signing", "encryption", "master", "auth",
    "client", "shared", "ssh", "hmac", "jwt", "service", "consumer", "license",
  ]
  private static let vagueWords: Set<String> = [
    "key", "auth", "salt", "signature", "dsn", "jwt", "hash", "session", "nonce", "sid", "webhook",
  ]
  /// Words that may stand behind without making the name one of something else.
  private static let tails: Set<String> = [
    "value", "string", "text", "data", "hash", "base64", "b64", "old", "new", "current", "next",
    "prod", "production", "dev", "staging", "test", "raw", "plain", "key", "id", "hex", "json",
  ]

  init(_ name: String) {
    self.init(Array(name.utf8.suffix(128))[...])
  }

  init(_ name: ArraySlice<UInt8>) {
    guard Self.stems.occurs(ignoringCaseIn: name) else {
      self = .harmless
      return
    }
    let words = Self.split(name)
    guard let end = words.indices.last(where: { Self.isCredential(words, $0) }) else {
      self = words.last.map { Self.vagueWords.contains($0) } == true ? .doubtful : .harmless
      return
    }
    let isPlain = words[(end + 1)...].allSatisfy { word in
      Self.tails.contains(word) || word.utf8.count == 1 || word.utf8.allSatisfy(Self.isDigit)
    }
    self = isPlain ? .certain : .harmless
  }

  private static func isCredential(_ words: [String], _ index: Int) -> Bool {
    let word = words[index]
    if Self.words.contains(word) { return true }
    if word == "key" { return index > 0 && keys.contains(words[index - 1]) }
    let bytes = Array(word.utf8)
    return endings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// The lower-case words of `DB_PASSWORD`, `dbPassword`, `db-password` and `.dbpassword`.
  private static func split(_ name: ArraySlice<UInt8>) -> [String] {
    var words: [[UInt8]] = [[]]
    var wasLower = false
    for byte in name {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      if isUpper, wasLower { words.append([]) }
      wasLower = isLower
      if isUpper || isLower || isDigit(byte) {
        words[words.count - 1].append(isUpper ? byte | 0x20 : byte)
      } else {
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
