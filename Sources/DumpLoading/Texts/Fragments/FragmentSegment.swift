import Provenance
import YAML

/// What stands side by side in a manifest whose beginning is missing: entries of one mapping or items of one list.
struct FragmentSegment: Sendable {
  typealias Entry = (key: String, mark: Mark, value: YAMLNode)

  /// Stands for the key that is missing where JSON is completed.
  static let missingKey = "#"

  let isSequence: Bool
  let mark: Mark
  private(set) var entries: [Entry] = []
  private(set) var elements: [YAMLNode] = []

  /// - Parameters:
  ///   - node: a mapping or list.
  ///   - holdsInner: whether its first child stands for the segment that is deeper.
  init?(_ node: YAMLNode, holdsInner: Bool = false) {
    guard node.isMapping || node.isSequence else { return nil }
    isSequence = node.isSequence
    mark = node.mark
    entries = node.entries.map { ($0.key, $0.keyMark, $0.value) }
    elements = Array(node.elements)
    guard holdsInner else { return }
    entries.removeAll { $0.key == Self.missingKey }
    if isSequence { elements.removeFirst() }
  }

  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// Whether kubectl may have printed the entries, which sorts them.
  var isSorted: Bool {
    zip(entries, entries.dropFirst()).allSatisfy { $0.key < $1.key }
  }

  /// Whether all keys, or those of all items, are among these.
  func fits(_ fields: some Collection<String>) -> Bool {
    let known = Set(fields)
    if !isSequence { return entries.allSatisfy { known.contains($0.key) } }
    return elements.allSatisfy { item in
      item.isMapping && item.entries.allSatisfy { known.contains($0.key) }
    }
  }
}
