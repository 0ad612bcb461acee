package import Basics
package import Provenance

/// The place of a node among those of its document: what is left of a node when somebody else keeps the document.
package struct NodePlace: Sendable {
  let index: UInt32
}

/// A place in a mapping where an entry begins, or its end.
package struct EntryCursor: Sendable {
  fileprivate var key: UInt32
  fileprivate let end: UInt32

  package var isAtEnd: Bool { key >= end }
}

// MARK: - Keys
extension Document {
  /// Where a key of the mapping at `index`, which is no alias, stands; nil when it is absent or that is no mapping.
  func keyCursor(_ key: Span<UInt8>, in index: UInt32) -> UInt32? {
    keyCursor(key.word(at: 0), key.count, in: index) { $0.isEqual(to: key) }
  }

  /// Where a key whose beginning is known stands.
  func keyCursor(_ key: HashedName, in index: UInt32) -> UInt32? {
    keyCursor(key.start, key.length, in: index) { $0.isEqual(to: key.text.utf8Span.span) }
  }

  /// Where the key with this beginning and length stands; whether it is the key is asked of long keys only.
  @inline(__always)
  private func keyCursor(
    _ start: UInt64, _ length: Int, in index: UInt32, isKey: (Span<UInt8>) -> Bool
  ) -> UInt32? {
    let mapping = nodes[Int(index)]
    guard mapping.kind == .mapping else { return nil }
    let text = text
    let length = UInt32(truncatingIfNeeded: length)
    var cursor = index &+ 1
    while cursor < mapping.first {
      var record = nodes[Int(cursor)]
      // Only in mappings that were put together from others does a key stand somewhere else.
      if record.kind != .string { record = nodes[Int(resolve(cursor))] }
      if record.second == length {
        let octets = text.octets(from: record.first, length)
        if octets.word(at: 0) == start, length <= 8 || isKey(octets) { return cursor }
      }
      cursor = next(after: cursor &+ 1)
    }
    return nil
  }
}

// MARK: - Nodes by their places
extension Document {
  /// The node at a place.
  package func node(at place: NodePlace) -> YAMLNode { YAMLNode(in: self, at: place.index) }

  /// The value of a key; nil when it is absent or there is no mapping.
  package func value(of key: Span<UInt8>, in place: NodePlace) -> NodePlace? {
    guard let cursor = keyCursor(key, in: place.index) else { return nil }
    return NodePlace(index: resolve(cursor &+ 1))
  }

  /// Whether a null is written there.
  package func isNull(at place: NodePlace) -> Bool { nodes[Int(place.index)].kind == .null }

  /// The shape of a node.
  package func kind(at place: NodePlace) -> YAMLNode.Kind {
    switch nodes[Int(place.index)].kind {
    case .mapping: .mapping
    case .sequence: .sequence
    default: .scalar
    }
  }

  /// How many elements a sequence has, or entries a mapping; none when this is a scalar.
  package func count(at place: NodePlace) -> Int {
    let record = nodes[Int(place.index)]
    switch record.kind {
    case .mapping: return Int(record.second) / 2
    case .sequence: return Int(record.second)
    default: return 0
    }
  }

  /// The text of a string; nil for everything else.
  package func string(at place: NodePlace) -> String? {
    let record = nodes[Int(place.index)]
    return record.kind == .string ? string(of: record) : nil
  }

  /// How many octets a string has; nil for everything else.
  package func stringLength(at place: NodePlace) -> Int? {
    let record = nodes[Int(place.index)]
    return record.kind == .string ? Int(record.second) : nil
  }

  /// The value of a boolean; nil for everything else.
  package func bool(at place: NodePlace) -> Bool? {
    switch nodes[Int(place.index)].kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// The value of a whole number that fits; nil for everything else.
  package func int(at place: NodePlace) -> Int64? {
    switch nodes[Int(place.index)].kind {
    case .int, .uint, .jsonNumber: node(at: place).int
    default: nil
    }
  }

  /// The elements of a sequence; none when there is something else.
  package func elements(at place: NodePlace) -> [NodePlace] {
    let record = nodes[Int(place.index)]
    guard record.kind == .sequence else { return [] }
    var elements: [NodePlace] = []
    elements.reserveCapacity(Int(record.second))
    var cursor = place.index &+ 1
    while cursor < record.first {
      elements.append(NodePlace(index: resolve(cursor)))
      cursor = next(after: cursor)
    }
    return elements
  }
}

extension Document {
  /// The key that a cursor stands at.
  func keyRecord(at cursor: EntryCursor) -> NodeRecord { nodes[Int(resolve(cursor.key))] }
}

extension YAMLNode {
  /// Where this node is in its document.
  package var nodePlace: NodePlace { NodePlace(index: index) }

  /// The first entry of a mapping, for a walk that makes nothing of keys and values but what is asked for.
  package var firstEntry: EntryCursor {
    EntryCursor(key: index &+ 1, end: isMapping ? record.first : index &+ 1)
  }

  /// Goes on to the next entry.
  package func advance(_ cursor: inout EntryCursor) {
    cursor.key = document.next(after: cursor.key &+ 1)
  }

  /// The value of the entry that a cursor stands at.
  package func value(at cursor: EntryCursor) -> YAMLNode {
    YAMLNode(in: document, at: cursor.key &+ 1)
  }

  /// The place that the key of the entry has in a table; nil when it is none of the names there.
  package func place(ofKeyAt cursor: EntryCursor, in table: NameTable) -> Int? {
    let key = document.nodes[Int(document.resolve(cursor.key))]
    let text = document.text
    return table[text.octets(from: key.first, key.second)]
  }

  /// The key that a cursor stands at.
  package func key(at cursor: EntryCursor) -> (text: String, mark: Mark) {
    let record = document.nodes[Int(document.resolve(cursor.key))]
    return (
      document.string(of: record), Mark(line: Int(record.line), column: Int(record.column))
    )
  }
}
