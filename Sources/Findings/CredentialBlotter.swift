/// One pass over a text that blots out what looks like a credential.
struct CredentialBlotter {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// Whether the last word promises that a credential follows, as in `password=`.
  private var isPromised = false

  init(_ text: String) {
    bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count)
  }

  mutating func blotted() -> String {
    while position < bytes.count {
      if Self.isWord(bytes[position]) { word() } else { separator() }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func separator() {
    let byte = bytes[position]
    if byte == UInt8(ascii: "\n") { isPromised = false }
    output.append(byte)
    position += 1
  }

  private mutating func word() {
    let start = position
    skip { Self.isWord($0) }
    let word = bytes[start..<position]
    let text = String(decoding: word, as: UTF8.self)
    if isPromised, !Self.isScheme(text) {
      skip { !"\n\r\t \"',;&)}]".utf8.contains($0) }
      output.append(contentsOf: Credentials.blot.utf8)
      isPromised = false
    } else if isUserinfo(word) || Self.isToken(text) {
      output.append(contentsOf: Credentials.blot.utf8)
    } else {
      output.append(contentsOf: word)
      isPromised = promises(text)
    }
  }

  private mutating func skip(_ belongs: (UInt8) -> Bool) {
    while position < bytes.count, belongs(bytes[position]) { position += 1 }
  }

  /// A name of a credential with `=` or `:` behind it, or the word Bearer.
  private func promises(_ word: String) -> Bool {
    if Self.isScheme(word) { return isPromised || word.lowercased() == "bearer" }
    guard Credentials.isName(word) else { return false }
    let rest = bytes[position...].prefix(4).drop { "\"'\\ ".utf8.contains($0) }
    return rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":")
  }

  /// The password of `scheme://user:password@host`.
  private func isUserinfo(_ word: ArraySlice<UInt8>) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "@"),
      word.startIndex > 0, bytes[word.startIndex - 1] == UInt8(ascii: ":")
    else { return false }
    let before = bytes[..<(word.startIndex - 1)].suffix(256)
    let user = before.reversed().prefix { Self.isWord($0) }.count
    return before.dropLast(user).suffix(3).elementsEqual("://".utf8)
  }

  private static func isScheme(_ word: String) -> Bool {
    ["bearer", "basic", "digest"].contains(word.lowercased())
  }

  /// Tokens that give themselves away: JSON web tokens, and keys of well-known makers.
  private static func isToken(_ word: String) -> Bool {
    let length = word.utf8.count
    return word.hasPrefix("eyJ") && length > 30 || word.hasPrefix("AKIA") && length == 20
      || word.hasPrefix("ghp_") && length > 30 || word.hasPrefix("github_pat_") && length > 30
      || word.hasPrefix("xoxb-") || word.hasPrefix("sk_live_") || word.hasPrefix("glpat-")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "@"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
      UInt8(ascii: "/"):
      false
    default: true
    }
  }
}
