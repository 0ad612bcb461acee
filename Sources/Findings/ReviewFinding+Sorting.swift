import Provenance

extension [ReviewFinding] {
  /// The findings by their places, those of one place by object, rule, container and words.
  ///
  /// Places are compared as numbers, since a review may have hundreds of thousands of findings.
  package func sortedByPlace() -> [ReviewFinding] {
    var ranks = FileRanks(of: self)
    let keys = indices.map { PlaceKey(self[$0].place, number: $0, among: &ranks) }
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
  private let ranks: [String: Int]
  /// The file that was asked for last: findings in one file follow each other.
  private var last = (name: "", rank: -1)

  init(of findings: [ReviewFinding]) {
    var names: [String] = []
    for finding in findings where finding.place.file != names.last {
      names.append(finding.place.file)
    }
    let sorted = Set(names).sorted()
    ranks = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
  }

  mutating func rank(of name: String) -> Int {
    if name == last.name, last.rank >= 0 { return last.rank }
    last = (name, ranks[name] ?? 0)
    return last.rank
  }
}
