extension Document {
  /// The document with other columns, which `column` tells for each line and the column that a node has there.
  ///
  /// It is the same document where nothing changes.
  package func withColumns(_ column: (_ line: Int, _ column: Int) -> Int) -> Document {
    var moved = nodes
    var isAnyMoved = false
    for index in moved.indices {
      let record = moved[index]
      let other = column(Int(record.line), Int(record.column))
      guard other != Int(record.column) else { continue }
      moved[index].column = UInt32(clamping: other)
      isAnyMoved = true
    }
    guard isAnyMoved else { return self }
    return Document(file: file, format: format, nodes: moved, text: text, rootIndex: rootIndex)
  }
}
