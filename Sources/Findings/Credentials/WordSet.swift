/// Words that are looked for anywhere in a text, all in one pass.
struct WordSet: Sendable {
  /// Sorted by their first bytes.
  private let words: [StaticString]
  /// Where the words with each first byte, which is ASCII, begin, and after the last where they end.
  private let starts: [Int]

  init(_ words: [StaticString]) {
    var starts = [Int](repeating: 0, count: 129)
    for word in words { starts[Self.first(of: word) + 1] += 1 }
    for byte in 0..<128 { starts[byte + 1] += starts[byte] }
    self.starts = starts
    self.words = words.sorted { Self.first(of: $0) < Self.first(of: $1) }
  }

  private static func first(of word: StaticString) -> Int {
    word.withUTF8Buffer { unsafe Int($0[0]) } & 0x7F
  }

  /// Whether one of the words, which are of small letters, stands in the text in any case.
  func occurs(ignoringCaseIn text: ArraySlice<UInt8>) -> Bool {
    for index in text.indices where text[index] < 0x80 {
      let first = Int(text[index] | 0x20)
      for word in starts[first]..<starts[first + 1] {
        let length = words[word].utf8CodeUnitCount
        if text.endIndex - index >= length,
          text[index..<index + length].lowercasedIs(words[word])
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether one of the words stands in the text.
  func occurs(in bytes: [UInt8]) -> Bool {
    for index in bytes.indices where bytes[index] < 0x80 {
      let first = Int(bytes[index])
      for word in starts[first]..<starts[first + 1] {
        let isFound = words[word].withUTF8Buffer { unsafe bytes[index...].starts(with: $0) }
        if isFound { return true }
      }
    }
    return false
  }
}
