/// A node as it is written: where it stands in the text, octet by octet, and in which style.
struct SourceNode: Sendable {
  enum Shape: Sendable {
    /// A scalar in no quotes.
    case plain
    case doubleQuoted
    /// A scalar in single quotes or as a block.
    case otherQuoted
    case alias
    /// Children are keys and values in turn.
    case mapping(isFlow: Bool)
    case sequence(isFlow: Bool)
  }

  var shape: Shape
  /// From the first octet to the one after the last, without comments and blanks that follow.
  var range: Range<Int>
  /// Whether an anchor or a tag stands before the node.
  var isMarked = false
  /// What a scalar says, or the name of an alias.
  var text = ""
  var children: [SourceNode] = []

  var isMapping: Bool { if case .mapping = shape { true } else { false } }
  var isSequence: Bool { if case .sequence = shape { true } else { false } }
  var isFlow: Bool {
    switch shape {
    case .mapping(let isFlow), .sequence(let isFlow): isFlow
    default: false
    }
  }
  var isScalar: Bool {
    switch shape {
    case .plain, .doubleQuoted, .otherQuoted: true
    default: false
    }
  }
  var isNull: Bool {
    guard case .plain = shape else { return false }
    return if case .null = ScalarType(plain: Array(text.utf8)[...]) { true } else { false }
  }

  /// Whether a scalar is read as a string.
  var isString: Bool {
    guard case .plain = shape else { return isScalar }
    return if case .string = ScalarType(plain: Array(text.utf8)[...]) { true } else { false }
  }

  /// The entries of a mapping.
  var entries: [(key: SourceNode, value: SourceNode)] {
    guard isMapping else { return [] }
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }
}
