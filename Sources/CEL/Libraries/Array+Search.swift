import Basics

extension Array where Element: Equatable {
  /// The places where a part occurs, at most so many, in time linear to both.
  func occurrences(of part: [Element], overlapping: Bool, limit: Int = .max) -> [Int] {
    guard !part.isEmpty, part.count <= count, limit > 0 else { return [] }
    let prefixes = part.prefixLengths
    var (places, matched): ([Int], Int) = ([], 0)
    for index in indices {
      while matched > 0, self[index] != part[matched] { matched = prefixes[matched - 1] }
      if self[index] == part[matched] { matched += 1 }
      guard matched == part.count else { continue }
      places.append(index - matched + 1)
      if places.count == limit { break }
      matched = overlapping ? prefixes[matched - 1] : 0
    }
    return places
  }

  /// For each place, how long a prefix of the array ends there (as Knuth, Morris and Pratt need it).
  private var prefixLengths: [Int] {
    var (prefixes, length) = ([Int](repeating: 0, count: count), 0)
    for index in indices.dropFirst() {
      while length > 0, self[index] != self[length] { length = prefixes[length - 1] }
      if self[index] == self[length] { length += 1 }
      prefixes[index] = length
    }
    return prefixes
  }
}

extension String {
  var scalarArray: [Unicode.Scalar] { Array(unicodeScalars) }

  init(scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }

  /// Whether the text begins with the scalars of another.
  func begins(withScalarsOf part: String) -> Bool {
    has(part.utf8Span.span, at: 0)
  }

  /// Whether the text ends with the scalars of another.
  func ends(withScalarsOf part: String) -> Bool {
    let part = part.utf8Span.span
    return has(part, at: utf8.count - part.count)
  }

  private func has(_ part: Span<UInt8>, at offset: Int) -> Bool {
    let text = utf8Span.span
    guard offset >= 0, offset + part.count <= text.count else { return false }
    for index in part.indices where text[offset + index] != part[index] { return false }
    return true
  }

  /// Whether the scalars of another text occur in this one in a row.
  func contains(scalars part: String) -> Bool {
    if part.isEmpty { return true }
    // Quick for a short part, however often it begins in vain; linear for a long one.
    if part.utf8.count <= 32 { return holds(part) }
    return !Array(utf8).occurrences(of: Array(part.utf8), overlapping: false, limit: 1).isEmpty
  }
}
