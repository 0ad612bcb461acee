/// One node of a document in sixteen bytes; nodes stand in the order in which the text has them.
///
/// The children of a collection follow it directly, each with its own children; `next` of one is the next sibling.
struct NodeRecord: Sendable {
  enum Kind: UInt8 {
    case mapping, sequence
    /// Stands for the node at `first`.
    case alias
    /// A mapping whose merge keys or duplicate keys were resolved into the mapping at `second`; ends at `first`.
    case resolved
    case null, yes, no, int, uint, float, string
    /// A number of a JSON text, whose text is kept as it is.
    case jsonNumber
    /// `<<` as a key of a mapping.
    case mergeKey
    /// A key that JSON has no text for.
    case invalidKey
  }

  /// A collection's end (exclusive), a scalar's offset in the text, an alias' target.
  var first: UInt32
  /// How many children a collection has (keys count), a scalar's length in the text.
  var second: UInt32
  let line: UInt32
  /// Column in the upper bits, two flags, kind in the lower four.
  private var packed: UInt32

  init(_ kind: Kind, first: UInt32, second: UInt32, at position: Position) {
    self.first = first
    self.second = second
    line = position.line
    packed = min(position.column, Self.lastColumn) << 6 | UInt32(kind.rawValue)
  }

  private static let lastColumn: UInt32 = 0x3FF_FFFF

  var column: UInt32 {
    get { packed >> 6 }
    set { packed = min(newValue, Self.lastColumn) << 6 | packed & 63 }
  }

  var kind: Kind {
    // The bits come from a kind, and a look at a table for each of millions of nodes would be felt.
    get { unsafe unsafeBitCast(UInt8(truncatingIfNeeded: packed & 15), to: Kind.self) }
    set { packed = packed & ~15 | UInt32(newValue.rawValue) }
  }

  /// Whether a scalar was written in quotes or as a block.
  var isQuoted: Bool {
    get { packed & 16 != 0 }
    set { packed = newValue ? packed | 16 : packed & ~16 }
  }

  /// Whether a scalar was repeated by an alias.
  var isRepeated: Bool {
    get { packed & 32 != 0 }
    set { packed = newValue ? packed | 32 : packed & ~32 }
  }

  var isCollection: Bool { kind == .mapping || kind == .sequence }

  var position: Position { Position(line: line, column: column) }
}

/// A line and a column, both counted from one, as the arena keeps them.
struct Position: Sendable {
  var line: UInt32
  var column: UInt32
}
