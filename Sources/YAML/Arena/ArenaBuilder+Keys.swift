import Basics

extension ArenaBuilder {
  /// The text that a scalar has as a key in JSON; what has none is refused.
  mutating func key(from record: NodeRecord) -> NodeRecord {
    switch record.kind {
    case .string: record
    case .mergeKey: mergeKey(from: record)
    case .yes: textKey("true", from: record)
    case .no: textKey("false", from: record)
    case .int, .float: numberKey(from: record)
    case .uint: invalidKey("a number of this size", from: record)
    default: invalidKey("null", from: record)
    }
  }

  private mutating func mergeKey(from record: NodeRecord) -> NodeRecord {
    markParent()
    return record
  }

  private mutating func numberKey(from record: NodeRecord) -> NodeRecord {
    let bytes = Array(bytes(of: record))
    if record.kind == .float {
      return textKey(NumberText.key(PlainNumber.float(bytes[...]) ?? .nan), from: record)
    }
    guard case .int(let value)? = PlainNumber.resolve(bytes[...]) else {
      return invalidKey("this number", from: record)
    }
    return textKey(String(value), from: record)
  }

  private mutating func textKey(_ text: String, from record: NodeRecord) -> NodeRecord {
    let range = texts.add(text)
    return NodeRecord(.string, first: range.offset, second: range.length, at: record.position)
  }

  private mutating func invalidKey(_ what: String, from record: NodeRecord) -> NodeRecord {
    refuseKey(what, at: record.position)
    var record = record
    record.kind = .invalidKey
    return record
  }

  func bytes(of record: NodeRecord) -> ArraySlice<UInt8> {
    texts[TextStore.Range(offset: record.first, length: record.second)]
  }

  func next(after index: UInt32) -> UInt32 {
    let record = nodes[Int(index)]
    switch record.kind {
    case .mapping, .sequence, .resolved: return record.first
    default: return index &+ 1
    }
  }
}

extension ArenaBuilder {
  /// Whether a mapping that was just closed has a key twice.
  func hasDuplicateKeys(in mapping: UInt32) -> Bool {
    let record = nodes[Int(mapping)]
    return record.second <= 32
      ? comparesDuplicate(in: mapping, end: record.first)
      : hashesDuplicate(in: mapping, end: record.first, count: Int(record.second) / 2)
  }

  private func comparesDuplicate(in mapping: UInt32, end: UInt32) -> Bool {
    var cursor = mapping &+ 1
    while cursor < end {
      let key = nodes[Int(cursor)]
      var earlier = mapping &+ 1
      while earlier < cursor {
        let other = nodes[Int(earlier)]
        if other.second == key.second, haveSameText(key, other) { return true }
        earlier = next(after: earlier &+ 1)
      }
      cursor = next(after: cursor &+ 1)
      if key.isCollection { return false }
    }
    return false
  }

  private func hashesDuplicate(in mapping: UInt32, end: UInt32, count: Int) -> Bool {
    var seen = Set<ArraySlice<UInt8>>(minimumCapacity: count)
    var cursor = mapping &+ 1
    while cursor < end {
      let key = nodes[Int(cursor)]
      guard !key.isCollection else { return false }
      if !seen.insert(bytes(of: key)).inserted { return true }
      cursor = next(after: cursor &+ 1)
    }
    return false
  }

  private func haveSameText(_ one: NodeRecord, _ other: NodeRecord) -> Bool {
    if one.first == other.first { return true }
    let (start, otherStart) = (Int(one.first), Int(other.first))
    for offset in 0..<Int(one.second)
    where texts.bytes[start &+ offset] != texts.bytes[otherStart &+ offset] { return false }
    return true
  }
}
