/// Reads the documents of a text with the place of every node.
struct SourceTreeReader {
  /// Deeper texts are not edited.
  private static let maxDepth = 200

  private let source: SourceText
  private var open: [SourceNode] = []
  private var documents: [SourceNode] = []

  private init(_ source: SourceText) {
    self.source = source
  }

  static func documents(of source: SourceText) throws(EditRefusal) -> [SourceNode] {
    guard !source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw .encoding }
    guard String(validating: source.bytes, as: UTF8.self) != nil else { throw .encoding }
    var reader = SourceTreeReader(source)
    let refusal = EventStream.reading(source.bytes.span, thenLineBreak: false) {
      reader.read(&$0)
    }
    if let refusal { throw refusal }
    return reader.documents
  }

  private mutating func read(_ stream: inout EventStream) -> EditRefusal? {
    while stream.advance() {
      switch stream.kind {
      case .scalar: add(scalar(stream))
      case .alias: add(node(.alias, stream, text: stream.anchor ?? ""))
      case .mappingStart: open.append(node(.mapping(isFlow: stream.isFlow), stream))
      case .sequenceStart: open.append(node(.sequence(isFlow: stream.isFlow), stream))
      case .collectionEnd: close(stream)
      case .streamEnd: return nil
      default: break
      }
      if open.count > Self.maxDepth { return .tooDeep }
    }
    return .unreadable
  }

  private func node(
    _ shape: SourceNode.Shape, _ stream: borrowing EventStream, text: String = ""
  ) -> SourceNode {
    let start = source.offset(of: stream.position)
    return SourceNode(
      shape: shape, range: start..<max(start, source.offset(of: stream.end)),
      isMarked: stream.anchor != nil || stream.tag != nil, text: text)
  }

  private func scalar(_ stream: borrowing EventStream) -> SourceNode {
    let shape: SourceNode.Shape =
      switch stream.style {
      case .plain: .plain
      case .doubleQuoted: .doubleQuoted
      case .otherQuoted: .otherQuoted
      }
    let text = stream.withText { text in
      var bytes: [UInt8] = []
      for index in text.indices { bytes.append(text[index]) }
      return String(decoding: bytes, as: UTF8.self)
    }
    var node = node(shape, stream, text: text)
    let (start, end) = (node.range.lowerBound, node.range.upperBound)
    node.range = start..<source.trimmed(end, notBefore: start)
    return node
  }

  private mutating func close(_ stream: borrowing EventStream) {
    guard var node = open.popLast() else { return }
    // libyaml takes a block for ended where the next thing begins.
    let end = node.isFlow ? source.offset(of: stream.end) : node.children.last?.range.upperBound
    node.range = node.range.lowerBound..<max(node.range.lowerBound, end ?? 0)
    add(node)
  }

  private mutating func add(_ node: SourceNode) {
    if open.isEmpty {
      documents.append(node)
    } else {
      open[open.count - 1].children.append(node)
    }
  }
}
