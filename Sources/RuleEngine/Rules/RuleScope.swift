import CEL

/// The names that the expressions of a rule see about one subject: its facts, `given`, and the element of `each`.
final class RuleScope {
  let limits: RuleLimits
  private let subject: Subject
  private let given: [Rule.Given]
  private var computed: [Result<Value, EvaluationError>?]
  private var element: (name: String, value: Value)?

  init(_ subject: Subject, given: [Rule.Given], limits: RuleLimits) {
    self.subject = subject
    self.given = given
    self.limits = limits
    computed = Array(repeating: nil, count: given.count)
  }

  /// Makes `name` stand for an element of `each`, until the next call.
  func bind(_ name: String, to value: Value) {
    element = (name, value)
  }

  /// Ends what `bind` began.
  func unbind() {
    element = nil
  }
}
