extension YAMLNode {
  /// Whether the keys of this node and of all mappings below it are known to stand in the order of their octets.
  ///
  /// Told by one look at the nodes as they lie, which follows no alias; where one stands, nothing is known.
  package var hasOrderedKeys: Bool {
    let end = document.next(after: index)
    for position in index..<end {
      switch document.nodes[Int(position)].kind {
      case .alias, .resolved: return false
      case .mapping: if !document.hasOrderedKeys(in: position) { return false }
      default: continue
      }
    }
    return true
  }
}

extension Document {
  /// Whether the keys of one mapping, each a scalar that is written there, stand in the order of their octets.
  fileprivate func hasOrderedKeys(in mapping: UInt32) -> Bool {
    let end = nodes[Int(mapping)].first
    var cursor = mapping &+ 1
    var previous = 0..<0
    while cursor < end {
      let record = nodes[Int(cursor)]
      guard !record.isCollection, record.kind != .alias, record.kind != .resolved else {
        return false
      }
      let key = Int(record.first)..<Int(record.first) + Int(record.second)
      guard !precedes(key, previous) else { return false }
      previous = key
      cursor = next(after: cursor &+ 1)
    }
    return true
  }

  /// Whether the octets of one text come before those of another.
  private func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    for offset in 0..<Swift.min(one.count, other.count) {
      let (left, right) = (text[one.lowerBound + offset], text[other.lowerBound + offset])
      if left != right { return left < right }
    }
    return one.count < other.count
  }
}
