/// go-yaml's bound on how much of a document may come out of aliases, against "billion laughs".
///
/// Small documents may be nearly all aliases, large ones only a tenth.
struct AliasBudget {
  private var nodes = 1
  private var fromAliases = 0

  /// Walks a document as if aliases were expanded, until it is done or over the bound.
  ///
  /// The walk ends early when there is too much to walk, so that it costs no more than the bound allows.
  static func allows(_ records: [NodeRecord]) -> Bool {
    var budget = AliasBudget()
    var ranges = [(cursor: UInt32(0), end: records.isEmpty ? 0 : end(of: 0, in: records))]
    while let (cursor, end) = ranges.last {
      guard cursor < end else {
        ranges.removeLast()
        continue
      }
      ranges[ranges.count &- 1].cursor = cursor &+ 1
      let record = records[Int(cursor)]
      guard budget.count(record, isExpanded: ranges.count > 1) else { return false }
      if record.kind == .alias {
        ranges.append((cursor: record.first, end: self.end(of: record.first, in: records)))
      }
    }
    return true
  }

  private static func end(of index: UInt32, in records: [NodeRecord]) -> UInt32 {
    let record = records[Int(index)]
    return record.isCollection ? record.first : index &+ 1
  }

  private mutating func count(_ record: NodeRecord, isExpanded: Bool) -> Bool {
    if record.kind == .mergeKey { return true }
    nodes &+= 1
    if isExpanded { fromAliases &+= 1 }
    if !record.isCollection, record.isRepeated {
      nodes &+= 1
      fromAliases &+= 1
    }
    guard fromAliases > 100, nodes > 1_000 else { return true }
    return Double(fromAliases) / Double(nodes) <= allowedShare
  }

  private var allowedShare: Double {
    let (low, high) = (400_000.0, 4_000_000.0)
    let share = (Double(nodes) - low) / (high - low)
    return 0.99 - 0.89 * min(max(share, 0), 1)
  }
}
