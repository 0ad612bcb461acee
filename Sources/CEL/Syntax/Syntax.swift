/// Which parts of the language beyond its core an environment understands.
package struct Syntax: Sendable {
  /// `a.?b`, `a[?b]`, `[?a]` and `{?a: b}`.
  package var optionals = false
  /// Field names in backquotes.
  package var quotedFields = true
  /// The macros by name, without those of the core.
  package var macros: Set<Macro> = Macro.core

  package init() {}

  /// A macro that the parser expands.
  package enum Macro: String, Sendable, CaseIterable {
    case has, all, exists, existsOne, map, filter
    case transformList, transformMap, transformMapEntry
    /// Two variables in all, exists and existsOne.
    case twoVariables
    case bind, optMap, optFlatMap, sortBy, greatest, least

    package static let core: Set<Macro> = [.has, .all, .exists, .existsOne, .map, .filter]
    static let comprehensions: Set<Macro> = [
      .twoVariables, .transformList, .transformMap, .transformMapEntry,
    ]
  }

  static let longestText = 65_536
  static let deepestNesting = 250

  static let reservedNames: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]
}
