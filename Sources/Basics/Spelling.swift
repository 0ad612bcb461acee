/// Finds what a mistyped name may have meant.
package enum Spelling {
  /// `; did you mean NAME?` to end a message with; empty when none of `names` is similar enough.
  package static func question(about word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
  }

  /// The most similar of `names`, when it is similar enough to be meant.
  ///
  /// - Parameters:
  ///   - word: what was written.
  ///   - names: what may have been meant.
  ///   - limit: how many letters may differ; a third of the word's, and at least two where two others stay, unless said
  ///     otherwise.
  /// - Returns: the first by name among equals; nil when none is similar enough.
  package static func nearest(
    to word: String, among names: [String], within limit: Int? = nil
  ) -> String? {
    let length = word.utf8.count
    let limit = limit ?? max(1, min(length - 2, max(2, length / 3)))
    let best = names.sorted().map { (name: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    return best.flatMap { $0.distance <= limit ? $0.name : nil }
  }

  /// How many letters must be put in, left out or replaced; very long words are cut.
  static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.utf8.prefix(100)), Array(other.utf8.prefix(100)))
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let replaced = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
