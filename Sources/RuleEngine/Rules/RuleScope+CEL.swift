import CEL

extension RuleScope: Activation {
  func value(of variable: Environment.Variable) throws(EvaluationError) -> Value? {
    if variable.slot < firstGiven {
      return variable.slot == parametersSlot ? parameters : fact(variable)
    }
    let number = variable.slot - firstGiven
    if number < givenCount { return try value(ofGiven: number) }
    return elements.last { $0.name == variable.name }?.value
  }
}

extension Environment {
  /// What expressions of rules may use, but for the variables of their subjects.
  static let forRules: Environment = {
    var environment = Environment.rules
    environment.add(WordFunctions.library)
    return environment
  }()
}

extension RuleLimits {
  var ofEvaluation: Limits { Limits(steps: steps) }
}

extension EvaluationError {
  /// Whether the expression was stopped because it used up its steps or memory.
  var isOverrun: Bool { reason == .limitExceeded }
}

extension Expression.Outcome {
  /// Whether an expression of a type known beforehand can give this.
  func allows(_ type: StaticType) -> Bool {
    switch (self, type) {
    case (.any, _), (_, .dyn), (_, .wrapper), (_, .parameter): true
    case (.bool, .bool), (.string, .string), (.list, .list): true
    case (.number, .int), (.number, .uint), (.number, .double): true
    default: false
    }
  }
}
