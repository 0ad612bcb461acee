/// The places in an array at which something that is looked for may stand, by a hash of what stands there.
///
/// Unlike a dictionary it holds no keys and no array for each of them, so that hundreds of thousands of places are put
/// in within milliseconds; who looks has to compare.
package struct PlaceIndex: Sendable {
  /// How many places are worth handing to another processor.
  private static let chunk = 8_192

  /// The first place for each remainder of a hash, and the next one after each place; -1 for none.
  private var first: [Int32] = []
  private var next: [Int32] = []

  /// An index of nothing.
  package init() {}

  /// An index of `count` places; one without a hash is never found.
  package init(count: Int, hash: @Sendable (Int) -> Int?) {
    let starts = Array(stride(from: 0, to: count, by: Self.chunk))
    let chunks = starts.concurrentMap { start in
      (start..<Swift.min(start + Self.chunk, count)).map(hash)
    }
    first = Array(repeating: -1, count: Self.size(for: count))
    next = Array(repeating: -1, count: count)
    // From the last to the first, so that places are found in ascending order.
    for (start, hashes) in zip(starts, chunks).reversed() {
      for place in hashes.indices.reversed() {
        if let hash = hashes[place] { put(start + place, at: hash) }
      }
    }
  }

  /// A power of two, so that remainders are masked out.
  private static func size(for count: Int) -> Int {
    var size = 1
    while size < count { size *= 2 }
    return size
  }

  private mutating func put(_ place: Int, at hash: Int) {
    let slot = hash & (first.count - 1)
    next[place] = first[slot]
    first[slot] = Int32(truncatingIfNeeded: place)
  }

  /// The places of this hash that are meant, in ascending order.
  package func places(_ hash: Int, where isMeant: (Int) -> Bool) -> [Int] {
    guard !next.isEmpty else { return [] }
    var places: [Int] = []
    var place = Int(first[hash & (first.count - 1)])
    while place >= 0 {
      if isMeant(place) { places.append(place) }
      place = Int(next[place])
    }
    return places
  }
}
