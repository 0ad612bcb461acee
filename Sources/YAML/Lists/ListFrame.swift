/// What stands around the items of a list: the other entries of the mapping that the list is in.
struct ListFrame: Sendable {
  private let document: Document
  /// The key of the list, as an index of the document.
  private let key: UInt32
  /// The lines behind the list are that much further down than in the document of the frame.
  private let shift: UInt32

  /// A frame that was read without its items; nil when something in it is out of the ordinary.
  ///
  /// - Parameters:
  ///   - document: the text without the items, read.
  ///   - line: the line of the list's key.
  ///   - shift: how many lines the items have.
  private static let items = Array("items".utf8)

  init?(_ document: Document, line: UInt32, shift: UInt32) {
    guard document.nodes.first?.kind == .mapping,
      document.nodes.allSatisfy({ $0.kind != .alias && $0.kind != .resolved })
    else { return nil }
    var cursor: UInt32 = 1
    while cursor < document.nodes[0].first {
      let record = document.nodes[Int(cursor)]
      let value = document.nodes[Int(cursor) + 1]
      if record.line == line, document.matches(record, Self.items.span),
        value.kind == .null || value.second == 0
      {
        self.document = document
        key = cursor
        self.shift = shift
        return
      }
      cursor = document.next(after: cursor &+ 1)
    }
    return nil
  }

  /// How many nodes stand around the items.
  var nodeCount: Int { document.nodeCount }

  /// Where the list begins that stands empty in the frame.
  var listPosition: Position { document.nodes[Int(key) + 1].position }

  /// Opens the mapping and adds everything up to and with the key of the list.
  func open(in builder: inout ArenaBuilder) {
    builder.openCollection(.mapping, at: document.nodes[0].position)
    copy(1..<key + 1, to: &builder)
  }

  /// Adds everything behind the list and closes the mapping.
  func close(in builder: inout ArenaBuilder) {
    copy(document.next(after: key + 1)..<document.nodes[0].first, to: &builder)
    builder.closeCollection()
  }

  private func copy(_ range: Range<UInt32>, to builder: inout ArenaBuilder) {
    let texts = document.text
    var ends: [UInt32] = []
    for index in range {
      close(&ends, before: index, in: &builder)
      let record = document.nodes[Int(index)]
      var position = record.position
      if index > key { position.line &+= shift }
      if record.isCollection {
        builder.openCollection(record.kind, at: position)
        ends.append(record.first)
      } else {
        let range = builder.texts.add(texts.span.extracting(record.textRange))
        var copy = NodeRecord(
          record.kind, first: range.offset, second: range.length, at: position)
        copy.isQuoted = record.isQuoted
        builder.append(copy)
      }
    }
    close(&ends, before: range.upperBound, in: &builder)
  }

  private func close(_ ends: inout [UInt32], before index: UInt32, in builder: inout ArenaBuilder) {
    while ends.last == index {
      ends.removeLast()
      builder.closeCollection()
    }
  }
}

extension NodeRecord {
  /// Where a scalar's text stands in its document.
  fileprivate var textRange: Range<Int> { Int(first)..<Int(first) + Int(second) }
}
