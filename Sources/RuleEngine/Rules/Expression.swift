import CEL

/// An expression of a rule; one that was found right when it was packed is compiled when it is first evaluated.
///
/// A class, because it goes along wherever a rule is asked, and its parts would be counted each time.
final class Expression: Sendable {
  let text: RuleText
  private let program: Lazy<Attempt<Program, CompileError>>

  /// An expression that is compiled already.
  init(_ text: RuleText, _ program: Program) {
    self.text = text
    self.program = Lazy { .success(program) }
  }

  /// An expression that is known to be right.
  init(_ text: RuleText, knownIn environment: Environment) {
    self.text = text
    program = Lazy {
      Attempt { () throws(CompileError) in try environment.compile(text.value, .unchecked) }
    }
  }

  /// What the expression gives about the subject of `scope`.
  func value(in scope: RuleScope) throws(EvaluationError) -> Value {
    try withProgram { program throws(EvaluationError) in
      try program.evaluate(scope, limits: scope.limits.ofEvaluation)
    }
  }

  /// Whether the expression is true about the subject of `scope`.
  func holds(in scope: RuleScope) throws(EvaluationError) -> Bool {
    try withProgram { program throws(EvaluationError) in
      try program.holds(scope, limits: scope.limits.ofEvaluation)
    }
  }

  /// Every path that the expression reads; none where it does not compile.
  var reads: [MemberPath] { (try? withProgram { $0.reads }) ?? [] }

  private func withProgram<Result>(
    _ body: (Program) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    try program.withValue { compiled throws(EvaluationError) in
      switch compiled {
      case .success(let program): return try body(program)
      case .failure(let error): throw EvaluationError(.other, error.message)
      }
    }
  }

  /// What an expression has to give; told statically where its type is known.
  enum Outcome: String {
    case bool = "true or false"
    case number = "a number"
    case string = "a text"
    case list = "a list"
    case any = "any value"
  }
}
