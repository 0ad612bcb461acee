/// A group of signatures in one text, a line each, so that reading them parses no YAML.
///
/// A line has name, cause, weight, pattern and the words that the pattern needs, with tabs between.
package struct SignatureGroup: Sendable {
  package let name: String
  package let lines: String

  /// A group that was packed.
  package init(name: String, lines: String) {
    self.name = name
    self.lines = lines
  }

  /// Packs signatures of one group; nil when one of them holds a tab or a line end.
  init?(name: String, packing signatures: [Signature]) {
    var lines = ""
    for signature in signatures {
      let fields = [
        signature.name, signature.cause, "\(signature.weight)", signature.pattern,
      ]
      let columns = fields + signature.words
      guard columns.allSatisfy({ !$0.utf8.contains { $0 == 0x09 || $0 == 0x0A } }) else {
        return nil
      }
      lines += columns.joined(separator: "\t") + "\n"
    }
    self.init(name: name, lines: lines)
  }

  /// The signatures, in the order of their file.
  package var signatures: [Signature] {
    var lines = PackedFields(lines)
    var signatures: [Signature] = []
    while let name = lines.next() {
      guard let cause = lines.next(), let weight = lines.next(), let pattern = lines.next() else {
        break
      }
      var words: [String] = []
      while !lines.isAtLineStart, let word = lines.next() { words.append(word) }
      signatures.append(
        Signature(
          name: name, group: self.name, cause: cause, weight: Int(weight) ?? 0, pattern: pattern,
          words: words))
    }
    return signatures
  }
}
