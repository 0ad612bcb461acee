/// The path of a field in parts, to compare how rules and the API server name fields.
///
/// Keys stand after a dot in the one and in brackets in the other, and the API server at times leaves
/// out the position in a list.
struct RefusedField {
  private let parts: [Substring]

  init(_ path: String) {
    let pieces = path.split(omittingEmptySubsequences: false) { $0 == "[" || $0 == "]" }
    // Every second piece stands in brackets: one key or position, whatever dots it holds.
    parts = pieces.enumerated().flatMap { index, piece in
      index.isMultiple(of: 2) ? piece.split(separator: ".") : [piece]
    }
  }

  /// Whether the other is the same field, or at most two steps above or below it.
  func isNear(_ other: RefusedField) -> Bool {
    guard let (mine, others) = rest(beside: other) else { return false }
    return (mine == 0 || others == 0) && max(mine, others) <= 2
  }

  /// Whether the other is a field of the same object.
  func isSibling(of other: RefusedField) -> Bool {
    guard parts.count == other.parts.count, parts.count > 1 else { return false }
    return parts.dropLast() == other.parts.dropLast()
  }

  /// How many parts of each are left behind what they have in common; nil when they differ.
  private func rest(beside other: RefusedField) -> (mine: Int, others: Int)? {
    var (mine, others) = (parts[...], other.parts[...])
    while let part = mine.first, let another = others.first {
      if part == another {
        mine.removeFirst()
        others.removeFirst()
      } else if Int(another) != nil, Int(part) == nil {
        others.removeFirst()
      } else {
        return nil
      }
    }
    return (mine.count, others.count)
  }
}
