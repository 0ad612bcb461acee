extension ArenaBuilder {
  /// Replaces mappings with merge keys or duplicate keys by mappings in which every key stands once.
  ///
  /// go-yaml v2 sets keys in the order of the text, so that a merge key overrides what stands before it.
  mutating func resolveMappings() {
    for mapping in unresolved { resolve(mapping) }
    unresolved.removeAll()
  }

  private mutating func resolve(_ mapping: UInt32) {
    let record = nodes[Int(mapping)]
    var entries = MergedEntries()
    var cursor = mapping &+ 1
    while cursor < record.first {
      let value = next(after: cursor)
      switch nodes[Int(cursor)].kind {
      case .mergeKey: merge(value, into: &entries)
      case .string: set(cursor, to: value, from: .own, in: &entries)
      default: break
      }
      cursor = next(after: value)
    }
    let replacement = UInt32(truncatingIfNeeded: nodes.count)
    append(entries, at: record.position)
    nodes[Int(mapping)].kind = .resolved
    nodes[Int(mapping)].second = replacement
  }

  private mutating func append(_ entries: MergedEntries, at position: Position) {
    let children = UInt32(truncatingIfNeeded: entries.pairs.count &* 2)
    let end = UInt32(truncatingIfNeeded: nodes.count) &+ 1 &+ children
    nodes.append(NodeRecord(.mapping, first: end, second: children, at: position))
    for pair in entries.pairs {
      for index in [pair.key, pair.value] {
        nodes.append(
          NodeRecord(.alias, first: index, second: 0, at: nodes[Int(index)].position))
      }
    }
  }

  private mutating func merge(_ value: UInt32, into entries: inout MergedEntries) {
    let target = target(of: value)
    switch nodes[Int(target)].kind {
    case .mapping: mergeMapping(target, into: &entries)
    case .sequence where nodes[Int(value)].kind != .alias:
      for element in children(of: target).reversed() {
        let mapping = self.target(of: element)
        guard nodes[Int(mapping)].kind == .mapping else { return refuseMerge(element) }
        mergeMapping(mapping, into: &entries)
      }
    default: refuseMerge(value)
    }
  }

  private mutating func refuseMerge(_ value: UInt32) {
    note(
      .unsupportedValue, at: nodes[Int(value)].position,
      says: "the value of << is not a mapping; expected a mapping or a sequence of mappings")
  }

  private mutating func mergeMapping(_ mapping: UInt32, into entries: inout MergedEntries) {
    var cursor = mapping &+ 1
    let end = nodes[Int(mapping)].first
    while cursor < end {
      let value = next(after: cursor)
      set(target(of: cursor), to: target(of: value), from: .merge, in: &entries)
      cursor = next(after: value)
    }
  }

  private mutating func set(
    _ key: UInt32, to value: UInt32, from origin: MergedEntries.Origin,
    in entries: inout MergedEntries
  ) {
    let record = nodes[Int(key)]
    let bytes = Array(bytes(of: record))
    guard let earlier = entries.set(bytes, key: key, value: value, origin: origin) else { return }
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    let first = nodes[Int(earlier.key)].position
    if earlier.origin == .own, origin == .own {
      note(
        .duplicateKey, at: record.position,
        says: "key \"\(text)\" stands twice in the mapping, first at \(first.line):\(first.column)",
        related: first)
    } else {
      note(
        earlier.origin == .own ? .overridingMerge : .overriddenMerge, at: record.position,
        says: "key \"\(text)\" replaces the one at \(first.line):\(first.column)", related: first)
    }
  }

  private func target(of index: UInt32) -> UInt32 {
    var index = index
    while true {
      let record = nodes[Int(index)]
      switch record.kind {
      case .alias: index = record.first
      case .resolved: index = record.second
      default: return index
      }
    }
  }

  private func children(of collection: UInt32) -> [UInt32] {
    var children: [UInt32] = []
    var cursor = collection &+ 1
    while cursor < nodes[Int(collection)].first {
      children.append(cursor)
      cursor = next(after: cursor)
    }
    return children
  }
}

/// The entries of a mapping while its merge keys are followed.
private struct MergedEntries {
  enum Origin {
    case own, merge
  }

  struct Pair {
    var key: UInt32
    var value: UInt32
    var origin: Origin
  }

  private(set) var pairs: [Pair] = []
  private var positions: [[UInt8]: Int] = [:]

  /// Sets a key; a key that was there keeps its place among the others.
  ///
  /// - Returns: The entry that was replaced.
  mutating func set(_ text: [UInt8], key: UInt32, value: UInt32, origin: Origin) -> Pair? {
    if let position = positions[text] {
      let earlier = pairs[position]
      pairs[position] = Pair(key: key, value: value, origin: origin)
      return earlier
    }
    positions[text] = pairs.count
    pairs.append(Pair(key: key, value: value, origin: origin))
    return nil
  }
}
