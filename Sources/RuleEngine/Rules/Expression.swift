import CEL

/// An expression of a rule, compiled.
struct Expression: Sendable {
  var text: RuleText
  var program: Program

  /// What the expression gives about the subject of `scope`.
  func value(in scope: RuleScope) throws(EvaluationError) -> Value {
    try program.evaluate(scope, limits: scope.limits.ofEvaluation)
  }

  /// What an expression has to give; told statically where its type is known.
  enum Result: String {
    case bool = "true or false"
    case number = "a number"
    case string = "a text"
    case list = "a list"
    case any = "any value"
  }
}
