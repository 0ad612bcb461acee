package import Provenance

extension Document {
  /// The place of the first node that is not the same in another document, to the last bit of the arena; nil when all are.
  ///
  /// It is for holding readers against each other.
  package func firstDifference(from other: Document) -> Place? {
    let count = min(nodes.count, other.nodes.count)
    let index = (0..<count).first { !nodes[$0].isSame(as: other.nodes[$0]) } ?? count
    guard index == count else { return place(of: index) }
    let isSame =
      nodes.count == other.nodes.count && text == other.text && format == other.format
      && file == other.file
    return isSame ? nil : place(of: count - 1)
  }

  private func place(of index: Int) -> Place {
    guard nodes.indices.contains(index) else { return root.place }
    let record = nodes[index]
    return Place(file: file, mark: Mark(line: Int(record.line), column: Int(record.column)))
  }
}

extension NodeRecord {
  fileprivate func isSame(as other: NodeRecord) -> Bool {
    first == other.first && second == other.second && line == other.line
      && column == other.column && kind == other.kind && isQuoted == other.isQuoted
      && isRepeated == other.isRepeated
  }
}
