extension Planner {
  func call(_ call: Expression.Call, _ expression: Expression) throws(SyntaxError) -> Plan {
    let offset = expression.offset
    if call.target == nil, let plan = try operation(call, at: offset) { return plan }
    var operands: [Expression] = call.arguments
    let overloads: [Overload]
    switch checked.references[expression.id] {
    case .function(let name, let takesTarget):
      if takesTarget, let target = call.target { operands.insert(target, at: 0) }
      let style: Overload.Style = takesTarget ? .method : .global
      let count = operands.count
      overloads = (environment.functions[name]?.overloads ?? []).filter {
        $0.style == style && $0.parameters.count == count
      }
    default: overloads = []
    }
    if let plan = try alternative(call, operands, at: offset) { return plan }
    guard !overloads.isEmpty else {
      let error = EvaluationError(.noSuchOverload, "no such overload: \(call.function)")
      return failing(error, at: offset)
    }
    var plans: [Plan] = []
    for operand in operands { plans.append(try plan(operand)) }
    if let plan = try patternCall(overloads, plans, call, at: offset) { return plan }
    let step = invocation(of: overloads, plans.map(\.step), at: offset)
    guard plans.allSatisfy({ $0.constant != nil }) else { return .step(step) }
    return try foldedCall(step, call, at: offset)
  }

  /// A call whose arguments are constants; Kubernetes refuses conversions that can only fail.
  private func foldedCall(
    _ step: @escaping Step, _ call: Expression.Call, at offset: Int
  ) throws(SyntaxError) -> Plan {
    let plan = folded(step)
    guard plan.constant == nil, isKubernetes, call.target == nil,
      Planner.conversions.contains(call.function)
    else { return plan }
    var frame = Frame(Bindings.none, localCount: 0, limits: .standard)
    do {
      return .constant(try step(&frame))
    } catch {
      throw SyntaxError(message: error.message, offset: offset)
    }
  }

  private static let conversions: Set<String> = [
    "bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "uint",
  ]

  /// `a.or(b)` and `a.orValue(b)`, which look at `b` only when `a` has no value.
  private func alternative(
    _ call: Expression.Call, _ operands: [Expression], at offset: Int
  ) throws(SyntaxError) -> Plan? {
    guard call.target != nil, operands.count == 2, environment.syntax.optionals,
      call.function == "or" || call.function == "orValue"
    else { return nil }
    let (first, second) = (try plan(operands[0]).step, try plan(operands[1]).step)
    let givesOptional = call.function == "or"
    return .step { frame throws(EvaluationError) in
      let value = try first(&frame)
      guard case .optional(let possible) = value else {
        throw EvaluationError.noSuchOverload.placed(at: offset)
      }
      switch possible {
      case .some(let inner): return givesOptional ? value : inner
      case .none:
        let other = try second(&frame)
        if givesOptional { _ = try other.asOptional() }
        return other
      }
    }
  }

  /// A call of a function that searches by a regular expression, compiled now when it is constant.
  private func patternCall(
    _ overloads: [Overload], _ plans: [Plan], _ call: Expression.Call, at offset: Int
  ) throws(SyntaxError) -> Plan? {
    guard overloads.count == 1, case .pattern(let body) = overloads[0].body else { return nil }
    let steps = plans.map { HeldStep($0.step) }
    var constant: Pattern?
    if case .string(let text) = plans[1].constant {
      do {
        constant = try Pattern(text)
      } catch {
        guard isKubernetes else { return failing(error, at: offset) }
        throw SyntaxError(message: error.message, offset: offset)
      }
    }
    let computed = PatternCache()
    let step: Step = { [constant] frame throws(EvaluationError) in
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      for step in steps { try values.append(step.run(&frame)) }
      try frame.spend(forSize: values[0].extent)
      guard case .string(let text) = values[1] else {
        throw EvaluationError.noSuchOverload.placed(at: offset)
      }
      do throws(EvaluationError) {
        let pattern = if let constant { constant } else { try computed.pattern(text) }
        if let result = try body(pattern, values) { return result }
      } catch {
        throw error.placed(at: offset)
      }
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
    return plans.allSatisfy { $0.constant != nil } ? folded(step) : .step(step)
  }

  /// Evaluates the arguments and calls the first overload that takes them.
  private func invocation(
    of overloads: [Overload], _ steps: [Step], at offset: Int
  ) -> Step {
    if overloads.count == 1 {
      switch (overloads[0].body, steps.count) {
      case (.unary(let body), 1): return unary(body, steps[0], at: offset)
      case (.binary(let body), 2): return binary(body, steps[0], steps[1], at: offset)
      default: break
      }
    }
    if steps.count == 1 {
      let bodies = overloads.compactMap { overload in
        if case .unary(let body) = overload.body { UnaryBody(call: body) } else { nil }
      }
      if bodies.count == overloads.count { return unary(bodies, steps[0], at: offset) }
    }
    let steps = steps.map { HeldStep($0) }
    return { frame throws(EvaluationError) in
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      for step in steps { try values.append(step.run(&frame)) }
      do throws(EvaluationError) {
        try frame.spend(forSize: values.reduce(1) { $0.adding($1.extent) })
        for overload in overloads {
          if let result = try overload.body.call(values) {
            try frame.spend(forSize: result.extent)
            return result
          }
        }
      } catch {
        throw error.placed(at: offset)
      }
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
  }

  private func unary(
    _ body: @escaping @Sendable (Value) throws(EvaluationError) -> Value?, _ step: @escaping Step,
    at offset: Int
  ) -> Step {
    { frame throws(EvaluationError) in
      let value = try step(&frame)
      do throws(EvaluationError) {
        try frame.spend(forSize: value.extent)
        if let result = try body(value) {
          try frame.spend(forSize: result.extent)
          return result
        }
      } catch {
        throw error.placed(at: offset)
      }
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
  }

  /// What an overload of one argument does.
  private struct UnaryBody: Sendable {
    let call: @Sendable (Value) throws(EvaluationError) -> Value?
  }

  private func unary(_ bodies: [UnaryBody], _ step: @escaping Step, at offset: Int) -> Step {
    { frame throws(EvaluationError) in
      let value = try step(&frame)
      do throws(EvaluationError) {
        try frame.spend(forSize: value.extent.adding(1))
        for body in bodies {
          if let result = try body.call(value) {
            try frame.spend(forSize: result.extent)
            return result
          }
        }
      } catch {
        throw error.placed(at: offset)
      }
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
  }

  private func binary(
    _ body: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value?,
    _ first: @escaping Step, _ second: @escaping Step, at offset: Int
  ) -> Step {
    { frame throws(EvaluationError) in
      let (one, two) = (try first(&frame), try second(&frame))
      do throws(EvaluationError) {
        try frame.spend(forSize: one.extent.adding(two.extent))
        if let result = try body(one, two) {
          try frame.spend(forSize: result.extent)
          return result
        }
      } catch {
        throw error.placed(at: offset)
      }
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
  }
}

extension Overload.Body {
  /// Calls the body when the number of values is its own.
  func call(_ values: [Value]) throws(EvaluationError) -> Value? {
    switch self {
    case .nullary(let body): values.isEmpty ? try body() : nil
    case .unary(let body): values.count == 1 ? try body(values[0]) : nil
    case .binary(let body): values.count == 2 ? try body(values[0], values[1]) : nil
    case .ternary(let body):
      values.count == 3 ? try body(values[0], values[1], values[2]) : nil
    case .variadic(let body): try body(values)
    case .pattern, .intrinsic: nil
    }
  }
}
