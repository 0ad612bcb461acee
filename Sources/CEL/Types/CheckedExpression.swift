/// What the checker found out about an expression, by node.
struct CheckedExpression: Sendable {
  /// What a name, function or macro refers to.
  enum Reference: Sendable {
    case none
    case variable(slot: Int)
    case local(slot: Int)
    case type(Value.TypeName)
    /// A function by its full name; a namespaced one takes no target.
    case function(String, takesTarget: Bool)
    /// The slots of the variables that a comprehension binds.
    case locals(first: Int, second: Int)
  }

  var types: [StaticType]
  var references: [Reference]
  /// How many variables comprehensions bind at once at most.
  var localCount = 0

  /// What is known of so many nodes; where types are not to be found, all are `dyn`.
  init(nodeCount: Int, findsTypes: Bool) {
    types = findsTypes ? Array(repeating: .dyn, count: nodeCount) : []
    references = Array(repeating: .none, count: nodeCount)
  }

  func type(of expression: Expression) -> StaticType { types.isEmpty ? .dyn : types[expression.id] }
}
