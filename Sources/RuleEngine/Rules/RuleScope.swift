import CEL

/// The names that the expressions of a rule see about one subject: its facts, `given`, and the
/// element of `each`.
final class RuleScope {
  let limits: RuleLimits
  let subject: Subject
  private(set) var given: [Rule.Given] = []
  /// The slot of the first name of `given`; facts have the slots before it, the element of `each`
  /// the one after.
  private(set) var firstGiven = 0
  private(set) var element: (name: String, value: Value)?
  private var computed: [Result<Value, EvaluationError>?] = []

  /// The names about a subject; a scope serves all rules that are asked about it, one after
  /// another.
  init(_ subject: Subject, limits: RuleLimits) {
    self.subject = subject
    self.limits = limits
  }

  /// Takes the names of another rule.
  func begin(_ rule: Rule) {
    given = rule.given
    firstGiven = rule.firstGiven
    element = nil
    computed.removeAll(keepingCapacity: true)
    for _ in given { computed.append(nil) }
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
