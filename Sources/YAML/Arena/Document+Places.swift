package import Basics
package import Provenance

/// The place of a node among those of its document: what is left of a node when somebody else keeps the document.
package struct NodePlace: Sendable {
  let index: UInt32
}

/// The place where a node is written, which for an alias is not that of what it names.
package struct WrittenPlace: Sendable {
  let index: UInt32
}

/// What is written at a place, as far as its type goes.
package enum NodeForm: Sendable {
  case mapping, sequence, null, bool, number, string
  /// A text that is none of a value.
  case other
}

/// A place in a mapping where an entry begins, or its end.
package struct EntryCursor: Sendable {
  fileprivate var key: UInt32
  fileprivate let end: UInt32

  package var isAtEnd: Bool { key >= end }
}

/// A place in a sequence where an element begins, or its end.
package struct ElementCursor: Sendable {
  fileprivate var place: UInt32
  fileprivate let end: UInt32

  /// The end of a sequence without elements.
  package static let none = ElementCursor(place: 0, end: 0)
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

  /// What is written there.
  package func form(at place: NodePlace) -> NodeForm {
    switch nodes[Int(place.index)].kind {
    case .mapping: .mapping
    case .sequence: .sequence
    case .null: .null
    case .yes, .no: .bool
    case .int, .uint, .float, .jsonNumber: .number
    case .string: .string
    case .alias, .resolved, .mergeKey, .invalidKey: .other
    }
  }

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

  /// The first element of a sequence; the end when there is something else.
  package func firstElement(at place: NodePlace) -> ElementCursor {
    let record = nodes[Int(place.index)]
    let isSequence = record.kind == .sequence
    return ElementCursor(
      place: place.index &+ 1, end: isSequence ? record.first : place.index &+ 1)
  }

  /// The element that a cursor stands at, which goes on to the next one; nil at the end.
  package func next(_ cursor: inout ElementCursor) -> WrittenPlace? {
    guard cursor.place < cursor.end else { return nil }
    let element = WrittenPlace(index: cursor.place)
    cursor.place = next(after: cursor.place)
    return element
  }
}

// MARK: - Entries of mappings
extension Document {
  /// The key that a cursor stands at.
  func keyRecord(at cursor: EntryCursor) -> NodeRecord { nodes[Int(resolve(cursor.key))] }

  /// The first entry of a mapping; the end when there is something else.
  package func firstEntry(at place: NodePlace) -> EntryCursor {
    let record = nodes[Int(place.index)]
    let isMapping = record.kind == .mapping
    return EntryCursor(
      key: place.index &+ 1, end: isMapping ? record.first : place.index &+ 1)
  }

  /// Goes on to the next entry.
  package func advance(_ cursor: inout EntryCursor) {
    cursor.key = next(after: cursor.key &+ 1)
  }

  /// The value of the entry that a cursor stands at, before aliases are followed.
  package func value(at cursor: EntryCursor) -> WrittenPlace {
    WrittenPlace(index: cursor.key &+ 1)
  }

  /// The place that the key of the entry has in a table; nil when it is none of the names there.
  package func place(ofKeyAt cursor: EntryCursor, in table: NameTable) -> Int? {
    let key = keyRecord(at: cursor)
    let text = text
    return table[text.octets(from: key.first, key.second)]
  }

  /// The key that a cursor stands at.
  package func key(at cursor: EntryCursor) -> (text: String, mark: Mark) {
    let record = keyRecord(at: cursor)
    return (string(of: record), Mark(line: Int(record.line), column: Int(record.column)))
  }

  /// Whether keys were written more than once in a mapping, or merged into it.
  package func isPutTogether(at place: WrittenPlace) -> Bool {
    nodes[Int(target(of: place.index))].kind == .resolved
  }

  /// The place of a node with what its aliases name.
  package func resolved(_ place: WrittenPlace) -> NodePlace {
    NodePlace(index: resolve(place.index))
  }

  /// The node at a place.
  package func node(at place: WrittenPlace) -> YAMLNode { YAMLNode(in: self, at: place.index) }
}

extension YAMLNode {
  /// Where this node is in its document.
  package var nodePlace: NodePlace { NodePlace(index: index) }

  /// Where this node is written in its document.
  package var writtenPlace: WrittenPlace { WrittenPlace(index: written) }

  /// The first entry of a mapping, for a walk that makes nothing of keys and values but what is asked for.
  package var firstEntry: EntryCursor { document.firstEntry(at: nodePlace) }

  /// Goes on to the next entry.
  package func advance(_ cursor: inout EntryCursor) { document.advance(&cursor) }

  /// The value of the entry that a cursor stands at.
  package func value(at cursor: EntryCursor) -> YAMLNode {
    YAMLNode(in: document, at: cursor.key &+ 1)
  }

  /// The place that the key of the entry has in a table; nil when it is none of the names there.
  package func place(ofKeyAt cursor: EntryCursor, in table: NameTable) -> Int? {
    document.place(ofKeyAt: cursor, in: table)
  }

  /// The key that a cursor stands at.
  package func key(at cursor: EntryCursor) -> (text: String, mark: Mark) {
    document.key(at: cursor)
  }
}
