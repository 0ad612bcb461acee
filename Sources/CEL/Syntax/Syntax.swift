/// Which parts of the language beyond its core an environment understands.
package struct Syntax: Sendable {
  /// `a.?b`, `a[?b]`, `[?a]` and `{?a: b}`.
  package var optionals = false
  /// Field names in backquotes.
  package var quotedFields = true
  /// The macros by name, without those of the core.
  package var macros = Macros.core

  package init() {}

  /// A macro that the parser expands.
  package enum Macro: String, Sendable, CaseIterable {
    case has, all, exists, existsOne, map, filter
    case transformList, transformMap, transformMapEntry
    /// Two variables in all, exists and existsOne.
    case twoVariables
    case bind, optMap, optFlatMap, sortBy, greatest, least
  }

  /// A set of macros; as bits, because every start makes some.
  package struct Macros: Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    package init(arrayLiteral macros: Macro...) {
      for macro in macros { insert(macro) }
    }

    package func contains(_ macro: Macro) -> Bool { bits & Self.bit(of: macro) != 0 }

    package mutating func insert(_ macro: Macro) { bits |= Self.bit(of: macro) }

    package mutating func formUnion(_ others: Macros) { bits |= others.bits }

    private static func bit(of macro: Macro) -> UInt32 {
      switch macro {
      case .has: 1
      case .all: 1 << 1
      case .exists: 1 << 2
      case .existsOne: 1 << 3
      case .map: 1 << 4
      case .filter: 1 << 5
      case .transformList: 1 << 6
      case .transformMap: 1 << 7
      case .transformMapEntry: 1 << 8
      case .twoVariables: 1 << 9
      case .bind: 1 << 10
      case .optMap: 1 << 11
      case .optFlatMap: 1 << 12
      case .sortBy: 1 << 13
      case .greatest: 1 << 14
      case .least: 1 << 15
      }
    }

    package static let core: Macros = [.has, .all, .exists, .existsOne, .map, .filter]
    static let comprehensions: Macros = [
      .twoVariables, .transformList, .transformMap, .transformMapEntry,
    ]
  }

  static let longestText = 65_536
  static let deepestNesting = 250

  /// Whether a name is one that the language keeps for itself.
  static func isReserved(_ name: String) -> Bool {
    switch name {
    case "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
      "loop", "package", "namespace", "return", "var", "void", "while":
      true
    default: false
    }
  }
}
