/// Words that are looked for anywhere in a text, all in one pass.
struct WordSet: Sendable {
  private let words: [StaticString]
  private let firstBytes: ByteSet

  init(_ words: [StaticString]) {
    self.words = words
    firstBytes = ByteSet(words.map { word in word.withUTF8Buffer { unsafe $0[0] } })
  }

  /// Whether one of the words, which are of small letters, stands in the text in any case.
  func occurs(ignoringCaseIn text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices where firstBytes.contains(text[index] | 0x20) {
      let rest = text[index...]
      let isFound = words.contains { word in
        rest.count >= word.utf8CodeUnitCount
          && rest.prefix(word.utf8CodeUnitCount).lowercasedIs(word)
      }
      if isFound { return true }
    }
    return false
  }

  /// Whether one of the words stands in the text.
  func occurs(in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      firstBytes.contains(bytes[index])
        && words.contains { word in
          word.withUTF8Buffer { unsafe bytes[index...].starts(with: $0) }
        }
    }
  }
}
