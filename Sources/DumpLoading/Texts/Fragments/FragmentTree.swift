import Provenance
import YAML

/// A manifest put together from its segments, as far as they tell what is where.
indirect enum FragmentTree: Sendable {
  case whole(YAMLNode)
  case mapping([Entry], at: Mark)
  case sequence([FragmentTree], at: Mark)
  case text(String, at: Mark)

  struct Entry: Sendable {
    var key: String
    var mark: Mark
    var value: FragmentTree
  }

  subscript(key: String) -> FragmentTree? {
    switch self {
    case .whole(let node): node[key].map(FragmentTree.whole)
    case .mapping(let entries, _): entries.first { $0.key == key }?.value
    case .sequence, .text: nil
    }
  }

  /// The entries of a mapping; none of anything else.
  var entries: [Entry] {
    switch self {
    case .whole(let node):
      node.entries.map { Entry(key: $0.key, mark: $0.keyMark, value: .whole($0.value)) }
    case .mapping(let entries, _): entries
    case .sequence, .text: []
    }
  }

  /// The elements of a list; none of anything else.
  var elements: [FragmentTree] {
    switch self {
    case .whole(let node): node.elements.map(FragmentTree.whole)
    case .mapping, .text: []
    case .sequence(let elements, _): elements
    }
  }

  /// The container that a report is about, with what the report tells of its specification.
  var containerOfReport: FragmentTree {
    .mapping(entries.filter { $0.key == "name" || $0.key == "image" }, at: mark)
  }

  var string: String? { if case .whole(let node) = self { node.string } else { nil } }

  var bool: Bool? { if case .whole(let node) = self { node.bool } else { nil } }

  var mark: Mark {
    switch self {
    case .whole(let node): node.mark
    case .mapping(_, let mark), .sequence(_, let mark), .text(_, let mark): mark
    }
  }
}

extension DocumentBuilder {
  /// Adds a node that was put together.
  mutating func add(_ tree: FragmentTree) {
    switch tree {
    case .whole(let node): copy(node)
    case .mapping(let entries, let place):
      mark = place
      mapping { builder in for entry in entries { builder.add(entry) } }
    case .text(let text, let place):
      mark = place
      string(text)
    case .sequence(let elements, let place):
      mark = place
      sequence { builder in for element in elements { builder.add(element) } }
    }
  }

  /// Adds an entry that was put together.
  mutating func add(_ entry: FragmentTree.Entry) {
    mark = entry.mark
    key(entry.key)
    add(entry.value)
  }
}
