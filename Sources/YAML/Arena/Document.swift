import Basics

/// One YAML or JSON document: all its nodes and texts in two flat arrays.
///
/// Immutable and shared; a node is this and an index.
package final class Document: Sendable {
  /// Which language the document was written in.
  package enum Format: Sendable {
    case yaml, json
    /// Made by poddoctor itself, from text such as `kubectl describe` prints.
    case derived
  }

  /// The name of the file as the user gave it.
  package let file: String
  package let format: Format
  let nodes: [NodeRecord]
  let text: [UInt8]
  let rootIndex: UInt32

  init(
    file: String, format: Format, nodes: [NodeRecord], text: [UInt8], rootIndex: UInt32 = 0
  ) {
    self.file = file
    self.format = format
    self.nodes = nodes
    self.text = text
    self.rootIndex = rootIndex
  }

  package var root: YAMLNode { YAMLNode(in: self, at: rootIndex) }

  /// How many nodes the document holds, aliases not expanded.
  package var nodeCount: Int { nodes.count }

  /// Whether the document says nothing at all, as after a trailing `---`; kubectl passes over such.
  package var isEmpty: Bool { nodes.isEmpty || root.isNull }
}

extension Document {
  /// The node that `index` stands for once aliases are followed.
  func resolve(_ index: UInt32) -> UInt32 {
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

  /// The node that `index` stands for as it is written: aliases are followed, nothing else.
  func target(of index: UInt32) -> UInt32 {
    var index = index
    while nodes[Int(index)].kind == .alias { index = nodes[Int(index)].first }
    return index
  }

  /// The index of what follows the node and all its children.
  func next(after index: UInt32) -> UInt32 {
    let record = nodes[Int(index)]
    switch record.kind {
    case .mapping, .sequence, .resolved: return record.first
    default: return index &+ 1
    }
  }

  func bytes(of record: NodeRecord) -> ArraySlice<UInt8> {
    text[Int(record.first)..<Int(record.first) + Int(record.second)]
  }

  func string(of record: NodeRecord) -> String {
    String(decoding: bytes(of: record), as: UTF8.self)
  }

  func matches(_ record: NodeRecord, _ key: Span<UInt8>) -> Bool {
    let text = text
    return Int(record.second) == key.count
      && text.octets(from: record.first, record.second).isEqual(to: key)
  }
}
