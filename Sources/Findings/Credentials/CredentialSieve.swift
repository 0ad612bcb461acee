import Basics

/// Tells texts in which no credential can stand by one look at each octet; most sentences are such.
///
/// A text that passes says less than a ``CredentialBlotter`` finds out: a credential needs a name with `=` or `:` behind
/// it, an option, the scheme of a header, or the look of a token.
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
      let kind = kind(at: position)
      if kind.contains(.assignment) { return true }
      guard kind.contains(.word) else {
        position += 1
        continue
      }
      if text[position] == UInt8(ascii: "-") || mayStartToken(at: position) { return true }
      let end = endOfWord(at: position)
      if isScheme(position..<end) { return true }
      position = end
    }
    return false
  }

  /// Longer runs are left to the blotter, so that none is looked at again and again.
  private static let longestRun = 256

  /// Whether what begins here is long enough for a token, and has capitals or begins as one.
  private func mayStartToken(at start: Int) -> Bool {
    var end = start
    var kinds = Kind()
    while end < text.count, end - start <= Self.longestRun {
      let kind = kind(at: end)
      guard kind.contains(.token) else { break }
      kinds.formUnion(kind)
      end += 1
    }
    guard end - start >= CredentialToken.shortest else { return false }
    return kinds.contains(.capital) || end - start > Self.longestRun
      || CredentialToken.isKnown(bytes(start..<end)[...])
  }

  private func endOfWord(at start: Int) -> Int {
    var end = start
    while end < text.count, kind(at: end).contains(.word) { end += 1 }
    return end
  }

  private func isScheme(_ word: Range<Int>) -> Bool {
    guard word.count == 5 || word.count == 6 else { return false }
    let first = text[word.lowerBound] | 0x20
    guard first == UInt8(ascii: "b") || first == UInt8(ascii: "d") else { return false }
    return CredentialBlotter.isScheme(bytes(word)[...])
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
    static let assignment = Kind(rawValue: 8)
  }

  private func kind(at position: Int) -> Kind { kinds[Int(text[position])] }

  private static let kinds: [Kind] = (0...UInt8.max).map { byte in
    var kind = Kind()
    if CredentialBlotter.isWord(byte) { kind.insert(.word) }
    if CredentialToken.isPart(byte) { kind.insert(.token) }
    if CredentialToken.isUpper(byte) { kind.insert(.capital) }
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") { kind.insert(.assignment) }
    return kind
  }
}
