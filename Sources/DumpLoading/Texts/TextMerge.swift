import YAML

/// Puts together what several texts say about one object.
enum TextMerge {
  /// The document that says most, with what only the others say.
  static func merged(_ documents: [Document]) -> Document {
    guard documents.count > 1, let fullest = documents.max(by: { $0.nodeCount < $1.nodeCount })
    else { return documents[0] }
    let others = documents.filter { $0 !== fullest }
    return merged(fullest.root, with: others.map(\.root))
  }

  /// A document with what only the others say.
  static func merged(_ first: YAMLNode, with others: [YAMLNode]) -> Document {
    var builder = DocumentBuilder(file: first.file, at: first.mark)
    builder.merge([first] + others, depth: 0)
    return builder.finish()
  }
}

extension DocumentBuilder {
  /// How deep mappings are put together; what lies deeper is taken from the first that has it.
  private static let deepestMerge = 8

  /// Lists of containers: tables number them, so that those of two texts do not go together.
  private static let unmergedLists: Set<String> = [
    "containers", "initContainers", "containerStatuses", "initContainerStatuses",
  ]

  /// Adds the first node, with the entries that only the following nodes have where it is a mapping.
  fileprivate mutating func merge(_ nodes: [YAMLNode], depth: Int) {
    let first = nodes[0]
    guard first.isMapping, nodes.count > 1, depth < Self.deepestMerge else { return copy(first) }
    mark = first.mark
    let mappings = nodes.filter(\.isMapping)
    var seen: Set<String> = []
    mapping { mapping in
      for entry in mappings.flatMap({ $0.entries.map(\.key) }) where seen.insert(entry).inserted {
        if first[entry] == nil, Self.unmergedLists.contains(entry) { continue }
        mapping.key(entry)
        mapping.merge(mappings.compactMap { $0[entry] }, depth: depth + 1)
      }
    }
  }
}
