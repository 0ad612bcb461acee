import Basics
import Provenance

extension [ReviewFinding] {
  /// The findings by their places, those of one place by object, rule, container and words.
  ///
  /// Places are compared as numbers, since a review may have hundreds of thousands of findings.
  package func sortedByPlace() -> [ReviewFinding] {
    var ranks = FileRanks(of: self)
    let span = span
    var keys: [PlaceKey] = []
    keys.reserveCapacity(count)
    for index in span.indices {
      keys.append(PlaceKey(span[index].place, number: index, among: &ranks))
    }
    return keys.sorted { one, other in
      if one.file != other.file { return one.file < other.file }
      if one.position != other.position { return one.position < other.position }
      return self[one.number] < self[other.number]
    }.map { self[$0.number] }
  }
}

/// The place of a finding in numbers, and which finding it is.
private struct PlaceKey {
  /// The rank of the file among all.
  let file: Int
  /// The line, and below it the column.
  let position: UInt64
  let number: Int

  init(_ place: Place, number: Int, among ranks: inout FileRanks) {
    file = ranks.rank(of: place.file)
    position =
      UInt64(UInt32(bitPattern: place.mark.line)) << 32
      | UInt64(UInt32(bitPattern: place.mark.column))
    self.number = number
  }
}

/// Where the names of files stand in their order.
private struct FileRanks {
  private var names = NameNumbers()
  /// By the numbers of the names.
  private let ranks: [Int]

  init(of findings: [ReviewFinding]) {
    var names = NameNumbers()
    let span = findings.span
    for index in span.indices { _ = names.number(of: span[index].place.file) }
    var ranks = names.names.map { _ in 0 }
    let sorted = names.names.indices.sorted { names.names[$0] < names.names[$1] }
    for (rank, number) in sorted.enumerated() { ranks[number] = rank }
    self.names = names
    self.ranks = ranks
  }

  mutating func rank(of name: String) -> Int { ranks[names.number(of: name)] }
}
