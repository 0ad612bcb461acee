/// One pass over a text that blots out what looks like a credential.
struct CredentialBlotter {
  let bytes: [UInt8]
  var position = 0
  private let text: String
  /// The text up to ``written``, without credentials; empty as long as there were none.
  private var output: [UInt8] = []
  private var written = 0
  /// Up to where the word `value` speaks of what a credential's name was given for, as in `name: X, value: Y`.
  private var namedUntil = 0
  /// Whether the text holds a connection string of Go's MySQL driver: `user:password@tcp(host)`.
  private let holdsDriverAddress: Bool
  /// Whether `-p` stands for a password in the commands that the text speaks of; few texts have an option.
  private lazy var passesPasswords = Self.clients.occurs(in: bytes)

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    holdsDriverAddress =
      bytes.contains(UInt8(ascii: "@")) && Self.driverAddresses.occurs(in: bytes)
  }

  mutating func blotted() -> String {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "-"), startsPrivateKey {
        privateKey()
      } else if Self.isWord(byte) {
        let end = end(ofWordAt: position)
        if isOrdinaryWord(from: position, to: end) { position = end } else { word() }
      } else if byte == UInt8(ascii: ":") {
        separator()
      } else {
        position += 1
      }
    }
    guard !output.isEmpty else { return text }
    return String(decoding: output + bytes[written...], as: UTF8.self)
  }

  /// Leaves what stands before `end` as it is.
  private mutating func keep(upTo end: Int) {
    position = max(position, end)
  }

  /// Leaves what stands before `range` as it is, and blots that out.
  private mutating func blot(_ range: Range<Int>) {
    keep(upTo: range.lowerBound)
    output += bytes[written..<position]
    output += Array(Credentials.blot.utf8)
    position = range.upperBound
    written = position
  }

  private mutating func separator() {
    let isAddress = bytes[position...].starts(with: "://".utf8)
    keep(upTo: position + (isAddress ? 3 : 1))
    guard isAddress, let password = passwordOfAddress(at: position) else { return }
    blot(password)
  }

  private mutating func word() {
    let start = position
    let word = bytes[start..<end(ofWordAt: start)]
    if mayStartToken(word) {
      let length = CredentialToken.length(at: bytes[start...])
      if length > 0 { return blot(start..<start + length) }
    }
    if holdsDriverAddress, let password = passwordOfDriverAddress(at: start) {
      return blot(password)
    }
    if word.first == UInt8(ascii: "-"), passesPasswords, let password = passwordJoined(to: word) {
      return blot(password)
    }
    if let password = passwordBeforeHost(behind: word) { return blot(password) }
    keep(upTo: word.endIndex)
    if let value = valuePromised(by: word) { blot(value) }
  }

  /// Whether a word, as nearly all are, neither may be a credential nor promise one: none of what `word` looks for.
  private func isOrdinaryWord(from start: Int, to end: Int) -> Bool {
    guard end - start < CredentialToken.shortest, bytes[start] != UInt8(ascii: "-"),
      !holdsDriverAddress, namedUntil <= end
    else { return false }
    // What follows: more of a token, a host's password, a value.
    var next = end
    let limit = min(bytes.count, end + 9)
    while next < limit, Self.gap.contains(bytes[next]) { next += 1 }
    guard next == limit || !Self.assignments.contains(bytes[next]),
      end == bytes.count || !CredentialToken.isPart(bytes[end]),
      !Self.mayBeScheme(bytes[start], length: end - start)
    else { return false }
    // What stands before: `name:`.
    next = start
    while next > 0, start - next < 16, Self.afterName.contains(bytes[next - 1]) { next -= 1 }
    return next == 0 || bytes[next - 1] | 0x20 != UInt8(ascii: "e")
  }

  /// Whether a word is as long as `bearer`, `basic` or `digest`, and begins like one of them.
  static func mayBeScheme(_ first: UInt8, length: Int) -> Bool {
    guard length == 5 || length == 6 else { return false }
    return first | 0x20 == UInt8(ascii: "b") || first | 0x20 == UInt8(ascii: "d")
  }

  private static let assignments = ByteSet("=:")

  /// Whether a token may begin with the word; most words are too short and stand alone.
  private func mayStartToken(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= CredentialToken.shortest
      || word.endIndex < bytes.count && CredentialToken.isPart(bytes[word.endIndex])
  }

  /// The value that a word promises: of a name, a scheme, an option or an entry with that name.
  private mutating func valuePromised(by word: ArraySlice<UInt8>) -> Range<Int>? {
    if let value = valueOfScheme(word) { return value }
    if word.first == UInt8(ascii: "-"),
      let value = valueOfOption(word, passesPasswords: passesPasswords)
    {
      return value
    }
    if word.lowercasedIs("value"), position < namedUntil { return value(after: position, .certain) }
    guard word.first != UInt8(ascii: "/"), !isInPath(word) else { return nil }
    let isGiven = isGivenAsName(word)
    guard isGiven || isAssigned, !isRefused(word) else { return nil }
    let name = CredentialName(word)
    if case .harmless = name { return nil }
    if isGiven { namedUntil = position + 64 }
    return value(after: position, name)
  }

  /// Whether `=` or `:` follows the word that was read last; names are only looked at before these.
  private var isAssigned: Bool {
    var next = position
    let end = min(bytes.count, position + 9)
    while next < end, Self.gap.contains(bytes[next]) { next += 1 }
    return next < end && (bytes[next] == UInt8(ascii: "=") || bytes[next] == UInt8(ascii: ":"))
  }

  private static let gap = ByteSet(" \t\"'\\")

  private func isInPath(_ word: ArraySlice<UInt8>) -> Bool {
    word.startIndex > 0 && bytes[word.startIndex - 1] == UInt8(ascii: "/")
  }

  /// Whether the word stands behind `name:`, so that the entry's value follows under `value:`.
  private func isGivenAsName(_ word: ArraySlice<UInt8>) -> Bool {
    var end = word.startIndex
    let start = max(0, end - 16)
    while end > start, Self.afterName.contains(bytes[end - 1]) { end -= 1 }
    return end - start >= 4 && bytes[end - 4..<end].lowercasedIs("name")
  }

  /// Whether the API server quotes the word to say why it refuses it: `Invalid value: "X": must be shorter`.
  private func isRefused(_ word: ArraySlice<UInt8>) -> Bool {
    bytes[..<word.startIndex].suffix(8).elementsEqual("value: \"".utf8)
      && bytes[word.endIndex...].starts(with: "\": ".utf8)
  }

  private static let afterName = ByteSet(" \"'\\=:")

  func end(ofWordAt start: Int) -> Int {
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    return end
  }

  private static let driverAddresses = WordSet(["@tcp(", "@unix("])
  private static let clients = WordSet([
    "mysql", "mariadb", "mongo", "sshpass", "docker login", "helm registry",
  ])
  private static let separators = ByteSet("\n\r\t \"'=:,;@(){}[]<>&?|\\/`")

  static func isWord(_ byte: UInt8) -> Bool { !separators.contains(byte) }
}

extension CredentialBlotter {
  private static let keyBegin = "-----BEGIN "
  private static let keyEnd = "-----END "

  private var startsPrivateKey: Bool {
    guard bytes[position...].starts(with: Self.keyBegin.utf8) else { return false }
    let title = bytes[(position + Self.keyBegin.utf8.count)...].prefix(40)
    return String(decoding: title, as: UTF8.self).contains("PRIVATE KEY")
  }

  /// Leaves only the first line of a private key; one that is cut off reaches to the end of the text.
  private mutating func privateKey() {
    let start = position + Self.keyBegin.utf8.count
    var dashes = start
    while dashes < bytes.count, !bytes[dashes...].starts(with: "-----".utf8) { dashes += 1 }
    let body = min(bytes.count, dashes + 5)
    var end = body
    while end < bytes.count, !bytes[end...].starts(with: Self.keyEnd.utf8) { end += 1 }
    blot(body..<end)
    keep(upTo: min(bytes.count, end + Self.keyEnd.utf8.count))
  }
}

extension ArraySlice<UInt8> {
  func lowercasedIs(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      unsafe zip(self, text).allSatisfy { $0 | 0x20 == $1 }
    }
  }
}
