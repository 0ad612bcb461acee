package import Provenance

/// Walks a node and everything below it in the order of the text, without recursion, so that no depth is too deep.
package struct TreeWalk: IteratorProtocol {
  /// What the walk meets next.
  package enum Step {
    case openMapping(YAMLNode)
    case openSequence(YAMLNode)
    case close(YAMLNode.Kind)
    /// A key, whose value follows.
    case key(ArraySlice<UInt8>, Mark)
    case scalar(YAMLNode)
  }

  private struct Frame {
    let kind: YAMLNode.Kind
    var cursor: UInt32
    let end: UInt32
    var expectsKey: Bool
  }

  private let document: Document
  private var pending: YAMLNode?
  private var frames: [Frame] = []

  package init(_ node: YAMLNode) {
    document = node.document
    pending = node
  }

  package mutating func next() -> Step? {
    if let node = pending.take() { return enter(node) }
    guard let frame = frames.last else { return nil }
    let top = frames.count &- 1
    guard frame.cursor < frame.end else {
      frames.removeLast()
      return .close(frame.kind)
    }
    let index = frame.cursor
    frames[top].cursor = document.next(after: index)
    if frame.kind == .mapping { frames[top].expectsKey.toggle() }
    guard frame.expectsKey else { return enter(YAMLNode(in: document, at: index)) }
    let record = document.nodes[Int(document.resolve(index))]
    return .key(
      document.bytes(of: record), Mark(line: Int(record.line), column: Int(record.column)))
  }

  private mutating func enter(_ node: YAMLNode) -> Step {
    let kind = node.kind
    guard kind != .scalar else { return .scalar(node) }
    frames.append(
      Frame(
        kind: kind, cursor: node.index &+ 1, end: node.record.first, expectsKey: kind == .mapping))
    return kind == .mapping ? .openMapping(node) : .openSequence(node)
  }
}
