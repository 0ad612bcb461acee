/// Finds which of many signatures a text can match at all, by the words that each of them needs.
struct LiteralIndex: Sendable {
  private struct Word {
    var bytes: [UInt8]
    var signature: Int
  }

  /// Sorted by their first bytes.
  private let words: [Word]
  /// Where the words with each first byte begin, and after the last byte where they end.
  private let starts: [Int]
  /// The signatures that need no word.
  private let always: [Int]
  private let count: Int

  init(_ signatures: [Signature]) {
    var words: [Word] = []
    var always: [Int] = []
    for (number, signature) in signatures.enumerated() {
      if signature.words.isEmpty { always.append(number) }
      words += signature.words.map { Word(bytes: Array($0.utf8), signature: number) }
    }
    var counts = [Int](repeating: 0, count: 257)
    for word in words { counts[Int(word.bytes[0]) + 1] += 1 }
    for byte in 1...256 { counts[byte] += counts[byte - 1] }
    starts = counts
    self.words = words.sorted { $0.bytes[0] < $1.bytes[0] }
    self.always = always
    count = signatures.count
  }

  /// The signatures that can match, ascending; nil for a text that is not ASCII, whose letters have other forms.
  func candidates(in text: Span<UInt8>) -> [Int]? {
    var isFound = [Bool](repeating: false, count: count)
    for number in always { isFound[number] = true }
    for position in text.indices {
      let first = text[position]
      guard first < 0x80 else { return nil }
      let slot = Int(first.lowercased)
      for index in starts[slot]..<starts[slot + 1]
      where isWord(words[index].bytes, at: position, in: text) {
        isFound[words[index].signature] = true
      }
    }
    return isFound.indices.filter { isFound[$0] }
  }

  private func isWord(_ word: [UInt8], at position: Int, in text: Span<UInt8>) -> Bool {
    guard word.count <= text.count - position else { return false }
    for offset in 1..<word.count where text[position + offset].lowercased != word[offset] {
      return false
    }
    return true
  }
}
