/// A compiled expression, ready to be evaluated any number of times, from any thread.
package final class Program: Sendable {
  package let expression: Expression
  package let resultType: StaticType
  package let source: SourceText
  /// The value when the expression is a constant.
  package let constant: Value?
  private let step: Step
  private let condition: Condition
  private let checked: CheckedExpression
  private let variables: [Environment.Variable]

  init(
    _ root: Expression, _ checked: CheckedExpression, environment: Environment, source: SourceText
  ) throws(CompileError) {
    expression = root
    self.checked = checked
    self.source = source
    variables = environment.variables
    resultType = checked.type(of: root)
    do {
      let plan = try Planner(environment, checked).plan(root)
      (constant, step, condition) = (plan.constant, plan.step, plan.condition)
    } catch {
      throw CompileError(.program, [error], in: source)
    }
  }

  /// The value under an activation.
  package func evaluate(
    _ activation: any Activation, limits: Limits = .standard
  ) throws(EvaluationError) -> Value {
    var frame = Frame(activation, localCount: checked.localCount, limits: limits)
    return try step(&frame)
  }

  /// Whether the expression is true under an activation; an error when it is not a truth value.
  package func holds(
    _ activation: any Activation, limits: Limits = .standard
  ) throws(EvaluationError) -> Bool {
    var frame = Frame(activation, localCount: checked.localCount, limits: limits)
    return try condition(&frame)
  }

  /// Every path that the expression reads, each once, sorted.
  package var reads: [MemberPath] {
    var finder = PathFinder(checked, variables)
    finder.visit(expression)
    return finder.paths.sorted()
  }

  /// An evaluation error with the line of the expression and a caret, when its place is known.
  package func rendering(of error: EvaluationError) -> String {
    error.offset.map { source.rendering(error.message, at: $0) } ?? "ERROR: \(error.message)"
  }
}
