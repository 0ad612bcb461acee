import KubernetesModel

/// When and how often an event was seen, as kubectl prints it: `5s`, `3s (x4 over 50s)`, `<unknown>`.
struct EventAge: Sendable, Hashable {
  /// How long ago the event was last seen; nil where kubectl does not know.
  var last: Age?
  /// How long ago it was first seen; the same for an event that was seen once.
  var first: Age?
  var count: Int

  /// Reads the whole of a column; nil for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let newest = words.first else { return nil }
    last = Age(newest.utf8)
    guard last != nil || newest == "<unknown>" else { return nil }
    (first, count) = (last, 1)
    guard words.count > 1 else { return }
    guard words.count == 4, words[1].hasPrefix("(x"), words[2] == "over", words[3].hasSuffix(")"),
      let count = Int(words[1].dropFirst(2)), count > 0
    else { return nil }
    self.count = count
    first = Age(words[3].dropLast().utf8)
  }
}
