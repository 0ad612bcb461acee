package import Basics
package import Provenance

extension YAMLNode {
  /// The value of a key; nil when it is absent or this is no mapping.
  package subscript(_ key: String) -> YAMLNode? {
    guard let cursor = keyCursor(key) else { return nil }
    return YAMLNode(in: document, at: document.next(after: cursor))
  }

  /// The value of a key that is looked for often.
  package subscript(_ key: HashedName) -> YAMLNode? {
    guard let cursor = document.keyCursor(key, in: index) else { return nil }
    return YAMLNode(in: document, at: cursor &+ 1)
  }

  /// Where a key of this mapping stands.
  package func mark(ofKey key: String) -> Mark? {
    guard let cursor = keyCursor(key) else { return nil }
    let record = document.nodes[Int(cursor)]
    return Mark(line: Int(record.line), column: Int(record.column))
  }

  /// The element of a sequence; nil beyond its end or when this is none.
  package subscript(_ position: Int) -> YAMLNode? {
    guard isSequence, position >= 0, position < Int(record.second) else { return nil }
    var cursor = index &+ 1
    for _ in 0..<position { cursor = document.next(after: cursor) }
    return YAMLNode(in: document, at: cursor)
  }

  /// The entries of a mapping in the order of the file; none when this is something else.
  package var entries: Entries { Entries(of: self) }

  /// The elements of a sequence; none when this is something else.
  package var elements: Elements { Elements(of: self) }

  /// The keys of a mapping that stand there already, each as often as it is repeated.
  package var repeatedKeys: [(key: String, mark: Mark)] {
    let mapping = document.target(of: written)
    guard document.nodes[Int(mapping)].kind == .resolved else { return [] }
    let end = document.next(after: mapping)
    var seen: Set<String> = []
    var repeated: [(key: String, mark: Mark)] = []
    var cursor = mapping &+ 1
    while cursor < end {
      let record = document.nodes[Int(document.resolve(cursor))]
      let key = document.string(of: record)
      if record.kind == .string, !seen.insert(key).inserted {
        repeated.append((key, Mark(line: Int(record.line), column: Int(record.column))))
      }
      cursor = document.next(after: document.next(after: cursor))
    }
    return repeated
  }

  private func keyCursor(_ key: String) -> UInt32? {
    document.keyCursor(key.utf8Span.span, in: index)
  }
}

extension YAMLNode {
  /// The elements of a sequence, walked without allocation.
  package struct Elements: Collection, Sendable {
    /// The place of an element among the nodes of its document.
    package struct Index: Comparable, Sendable {
      let cursor: UInt32

      package static func < (one: Index, other: Index) -> Bool { one.cursor < other.cursor }
    }

    private let document: Document
    package let startIndex: Index
    package let endIndex: Index
    package let count: Int

    init(of node: YAMLNode) {
      document = node.document
      let record = node.record
      let isSequence = record.kind == .sequence
      startIndex = Index(cursor: node.index &+ 1)
      endIndex = Index(cursor: isSequence ? record.first : node.index &+ 1)
      count = isSequence ? Int(record.second) : 0
    }

    package subscript(_ index: Index) -> YAMLNode { YAMLNode(in: document, at: index.cursor) }

    /// Walks the elements; a loop of another module is much faster over this than over indices.
    package struct Iterator: IteratorProtocol {
      fileprivate let document: Document
      fileprivate var cursor: UInt32
      fileprivate let end: UInt32

      package mutating func next() -> YAMLNode? {
        guard cursor < end else { return nil }
        defer { cursor = document.next(after: cursor) }
        return YAMLNode(in: document, at: cursor)
      }
    }

    package func makeIterator() -> Iterator {
      Iterator(document: document, cursor: startIndex.cursor, end: endIndex.cursor)
    }

    package func index(after index: Index) -> Index {
      Index(cursor: document.next(after: index.cursor))
    }
  }

  /// The entries of a mapping, walked without allocation but for keys of more than fifteen octets.
  package struct Entries: Collection, Sendable {
    package typealias Index = Elements.Index

    private let document: Document
    package let startIndex: Index
    package let endIndex: Index
    package let count: Int

    init(of node: YAMLNode) {
      document = node.document
      let record = node.record
      let isMapping = record.kind == .mapping
      startIndex = Index(cursor: node.index &+ 1)
      endIndex = Index(cursor: isMapping ? record.first : node.index &+ 1)
      count = isMapping ? Int(record.second) / 2 : 0
    }

    package typealias Element = (key: String, keyMark: Mark, value: YAMLNode)

    package subscript(_ index: Index) -> Element { document.entry(at: index.cursor) }

    /// Walks the entries; a loop of another module is much faster over this than over indices.
    package struct Iterator: IteratorProtocol {
      fileprivate let document: Document
      fileprivate var cursor: UInt32
      fileprivate let end: UInt32

      package mutating func next() -> Element? {
        guard cursor < end else { return nil }
        defer { cursor = document.next(after: document.next(after: cursor)) }
        return document.entry(at: cursor)
      }
    }

    package func makeIterator() -> Iterator {
      Iterator(document: document, cursor: startIndex.cursor, end: endIndex.cursor)
    }

    package func index(after index: Index) -> Index {
      Index(cursor: document.next(after: document.next(after: index.cursor)))
    }
  }
}

extension Document {
  /// The entry whose key stands at `cursor`.
  fileprivate func entry(at cursor: UInt32) -> YAMLNode.Entries.Element {
    let record = nodes[Int(resolve(cursor))]
    return (
      key: string(of: record),
      keyMark: Mark(line: Int(record.line), column: Int(record.column)),
      value: YAMLNode(in: self, at: next(after: cursor))
    )
  }
}
