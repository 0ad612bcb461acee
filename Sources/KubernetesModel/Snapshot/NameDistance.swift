/// How far apart two names are, for "did you mean".
package enum NameDistance {
  /// The name that is nearest, if it is near enough to be meant; the first in the alphabet of equals.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    // Longer names are no field of anything, and would make this slow.
    guard name.utf8.count <= 64 else { return nil }
    let lowercased = Array(name.lowercased().utf8)
    let limit = max(1, min(3, lowercased.count / 3))
    let ranked = names.map { (edits(from: lowercased, to: Array($0.lowercased().utf8)), $0) }
    guard let best = ranked.min(by: { $0 < $1 }), best.0 <= limit else { return nil }
    return best.1
  }

  /// The number of letters to insert, remove or replace, or neighbours to swap.
  private static func edits(from one: [UInt8], to other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, target) in other.enumerated() {
        var cost = min(next[column], last[column + 1]) + 1
        cost = min(cost, last[column] + (letter == target ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == target {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
