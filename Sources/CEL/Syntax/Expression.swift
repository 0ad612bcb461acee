/// A parsed expression: a tree whose nodes know where in the text they are.
package struct Expression: Sendable {
  /// The node's number, dense from zero, by which types and references are kept.
  package let id: Int
  /// Where the node's operator, parenthesis or first word is, in UTF-8 bytes.
  package let offset: Int
  /// The longest way down to a leaf.
  let depth: Int
  package let kind: Kind

  /// What the expression is.
  package indirect enum Kind: Sendable {
    case literal(Value)
    /// A name; with a leading dot it is looked up outside every container and scope.
    case identifier(String)
    case select(Selection)
    case call(Call)
    case list([Element])
    case map([Entry])
    case comprehension(Comprehension)
  }

  /// A field of an operand: `a.b`, `a.?b` or `has(a.b)`.
  package struct Selection: Sendable {
    /// How the field is asked for.
    package enum Form: Sendable {
      case plain, optional, presence
    }

    package var operand: Expression
    package var field: String
    package var form: Form
  }

  /// An operator or function applied to arguments; a method has a target.
  package struct Call: Sendable {
    package var function: String
    package var target: Expression?
    package var arguments: [Expression]
  }

  /// An element of a list literal; an optional one takes part only when it has a value.
  package struct Element: Sendable {
    package var value: Expression
    package var isOptional: Bool
  }

  /// An entry of a map literal.
  package struct Entry: Sendable {
    package var key: Expression
    package var value: Expression
    package var isOptional: Bool
  }
}

/// A macro that binds variables and evaluates its body under them.
package struct Comprehension: Sendable {
  /// Which macro it is.
  package enum Kind: String, Sendable {
    case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry
    /// The body under a name for a value.
    case bind
    /// The body under the value of an optional, as an optional or already being one.
    case optMap, optFlatMap
    /// The range sorted by what the body gives for each element.
    case sortBy
  }

  package var kind: Kind
  package var range: Expression
  package var variable: String
  package var secondVariable: String?
  /// What elements must satisfy to take part.
  package var filter: Expression?
  package var body: Expression
}

extension Expression {
  /// The nodes directly below this one, in the order of the text.
  package var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let selection): [selection.operand]
    case .call(let call): (call.target.map { [$0] } ?? []) + call.arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let loop):
      [loop.range] + (loop.filter.map { [$0] } ?? []) + [loop.body]
    }
  }

  /// The dotted name that this node spells, such as `a.b.c`, or nil when it is more than that.
  var qualifiedName: String? {
    switch kind {
    case .identifier(let name): name
    case .select(let selection) where selection.form == .plain:
      selection.operand.qualifiedName.map { "\($0).\(selection.field)" }
    default: nil
    }
  }

  /// The name at the start of a dotted name.
  var rootName: String? {
    switch kind {
    case .identifier(let name): name
    case .select(let selection): selection.operand.rootName
    default: nil
    }
  }
}

/// The names under which operators are declared as functions.
enum Operator {
  static let and = "_&&_"
  static let or = "_||_"
  static let conditional = "_?_:_"
  static let not = "!_"
  static let negate = "-_"
  static let index = "_[_]"
  static let optionalIndex = "_[?_]"
  static let contains = "@in"
  static let equal = "_==_"
  static let notEqual = "_!=_"
  static let less = "_<_"
  static let lessOrEqual = "_<=_"
  static let greater = "_>_"
  static let greaterOrEqual = "_>=_"
  static let add = "_+_"
  static let subtract = "_-_"
  static let multiply = "_*_"
  static let divide = "_/_"
  static let modulo = "_%_"

  /// Whether a function may be an operator, which no name that begins with a letter is.
  static func isOperator(_ function: String) -> Bool {
    guard let first = function.utf8.first else { return false }
    return (first | 32) &- 97 >= 26
  }
}
