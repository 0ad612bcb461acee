import Basics

/// Tells texts in which no credential can stand by one look at each octet; most sentences are such.
///
/// A credential needs a name with `=` or `:` behind it, an option, the scheme of a header, or the look of a token. Where
/// the sieve finds none of these, a ``CredentialBlotter`` finds no credential; where it finds one, there may still be none.
struct CredentialSieve: ~Escapable {
  private let text: Span<UInt8>
  private let kinds = Self.kinds

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// Whether a credential may stand in the text.
  var mayHoldCredential: Bool {
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, kind(at: position).contains(.word) { position += 1 }
      if position > start, mayHoldCredential(start..<position) { return true }
      if position < text.count, kind(at: position).contains(.assignment) { return true }
      position += 1
    }
    return false
  }

  /// Whether a word may be an option, a scheme or the beginning of a token.
  private func mayHoldCredential(_ word: Range<Int>) -> Bool {
    if text[word.lowerBound] == UInt8(ascii: "-") { return true }
    let isJoined = word.upperBound < text.count && kind(at: word.upperBound).contains(.token)
    if isJoined || word.count >= CredentialToken.shortest {
      return mayStartToken(at: word.lowerBound)
    }
    return CredentialBlotter.mayBeScheme(text[word.lowerBound], length: word.count)
      && CredentialBlotter.isScheme(bytes(word)[...])
  }

  /// Longer runs are left to the blotter, so that none is looked at again and again.
  private static let longestRun = 256
  /// The fewest octets of tokens that have capitals and no beginning of their own.
  private static let shortestRandom = 20

  /// Whether what begins here begins as a token does, or has the capitals and digits that others have.
  private func mayStartToken(at start: Int) -> Bool {
    var end = start
    var kinds = Kind()
    while end < text.count, end - start <= Self.longestRun, kind(at: end).contains(.token) {
      kinds.formUnion(kind(at: end))
      end += 1
    }
    let length = end - start
    guard length >= CredentialToken.shortest else { return false }
    let mayBeRandom =
      length >= Self.shortestRandom && kinds.contains(.capital)
      && (kinds.contains(.digit) || text[start] == UInt8(ascii: "A"))
    return mayBeRandom || length > Self.longestRun
      || CredentialToken.isKnown(bytes(start..<end)[...])
  }

  private func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for position in range { bytes.append(text[position]) }
    return bytes
  }

  /// What an octet may be part of.
  private struct Kind: OptionSet {
    let rawValue: UInt8

    static let word = Kind(rawValue: 1)
    static let token = Kind(rawValue: 2)
    static let capital = Kind(rawValue: 4)
    static let digit = Kind(rawValue: 8)
    static let assignment = Kind(rawValue: 16)
  }

  private func kind(at position: Int) -> Kind { kinds[Int(text[position])] }

  private static let kinds: [Kind] = (0...UInt8.max).map { byte in
    var kind = Kind()
    if CredentialBlotter.isWord(byte) { kind.insert(.word) }
    if CredentialToken.isPart(byte) { kind.insert(.token) }
    if CredentialToken.isUpper(byte) { kind.insert(.capital) }
    if CredentialToken.isDigit(byte) { kind.insert(.digit) }
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { kind.insert(.assignment) }
    return kind
  }
}
