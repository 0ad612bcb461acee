import CEL

/// The names that the expressions of a rule see about one subject: its facts, `given`, and the element of `each`.
final class RuleScope {
  let limits: RuleLimits
  let subject: Subject
  let given: [Rule.Given]
  /// The slot of the first name of `given`; facts have the slots before it, the element of `each` the one after.
  let firstGiven: Int
  private(set) var element: (name: String, value: Value)?
  private var computed: [Result<Value, EvaluationError>?]

  init(_ subject: Subject, of rule: Rule, limits: RuleLimits) {
    self.subject = subject
    self.limits = limits
    given = rule.given
    firstGiven = rule.firstGiven
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

  /// What a name of `given` stands for, evaluated when first read; an error is kept, too.
  func value(ofGiven number: Int) throws(EvaluationError) -> Value {
    if let known = computed[number] { return try known.get() }
    let result = Result { () throws(EvaluationError) in
      try given[number].expression.value(in: self)
    }
    computed[number] = result
    return try result.get()
  }
}
