extension Planner {
  /// The plan of an operator, or nil when the call is one of a named function.
  func operation(_ call: Expression.Call, at offset: Int) throws(SyntaxError) -> Plan? {
    guard Operator.isOperator(call.function) else { return nil }
    switch (call.function, call.arguments.count) {
    case (Operator.and, 2...): return .condition(try logic(call.arguments, deciding: false))
    case (Operator.or, 2...): return .condition(try logic(call.arguments, deciding: true))
    case (Operator.conditional, 3): return try conditional(call.arguments)
    case (Operator.not, 1):
      let operand = try plan(call.arguments[0]).condition
      return .condition { frame throws(EvaluationError) in try !operand(&frame) }
    case (Operator.negate, 1):
      return try unary(call.arguments[0], at: offset) { value throws(EvaluationError) in
        try value.negated()
      }
    default: return try binaryOperation(call, at: offset)
    }
  }

  private func binaryOperation(
    _ call: Expression.Call, at offset: Int
  ) throws(SyntaxError) -> Plan? {
    guard call.arguments.count == 2 else { return nil }
    if let operation = Planner.arithmetic(call.function) {
      let operands = (try plan(call.arguments[0]), try plan(call.arguments[1]))
      let isIndex = call.function == Operator.index || call.function == Operator.optionalIndex
      if isIndex, isKubernetes, let fault = operands.1.constant?.qualifierFault {
        throw SyntaxError(message: fault, offset: offset)
      }
      return arithmetic(operands, at: offset, operation)
    }
    if let orders = Planner.relation(call.function) {
      return try relation(call.arguments, at: offset, accepting: orders)
    }
    switch call.function {
    case Operator.equal: return try equality(call.arguments, at: offset, isPositive: true)
    case Operator.notEqual: return try equality(call.arguments, at: offset, isPositive: false)
    case Operator.contains:
      return try condition(call.arguments, at: offset) { one, two throws(EvaluationError) in
        try two.contains(one)
      }
    default: return nil
    }
  }

  /// What an operator makes of two values.
  private struct Operation: Sendable {
    let result: @Sendable (Value, Value) throws(EvaluationError) -> Value

    init(_ result: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Value) {
      self.result = result
    }
  }

  private static func arithmetic(_ function: String) -> Operation? {
    switch function {
    case Operator.add: Operation { one, two throws(EvaluationError) in try one.adding(two) }
    case Operator.subtract:
      Operation { one, two throws(EvaluationError) in try one.subtracting(two) }
    case Operator.multiply:
      Operation { one, two throws(EvaluationError) in try one.multiplied(by: two) }
    case Operator.divide: Operation { one, two throws(EvaluationError) in try one.divided(by: two) }
    case Operator.modulo:
      Operation { one, two throws(EvaluationError) in try one.remainder(dividingBy: two) }
    case Operator.index: Operation { one, two throws(EvaluationError) in try one.indexed(by: two) }
    case Operator.optionalIndex:
      Operation { one, two throws(EvaluationError) in
        .optional(try one.possibleElement(at: two))
      }
    default: nil
    }
  }

  private static func relation(_ function: String) -> Ordering.Choice? {
    switch function {
    case Operator.less: .ascending
    case Operator.lessOrEqual: [.ascending, .same]
    case Operator.greater: .descending
    case Operator.greaterOrEqual: [.descending, .same]
    default: nil
    }
  }

  /// `<` and its like; whole numbers are compared at once.
  private func relation(
    _ arguments: [Expression], at offset: Int, accepting orders: Ordering.Choice
  ) throws(SyntaxError) -> Plan {
    let (one, two) = (try plan(arguments[0]).step, try plan(arguments[1]).step)
    return .condition { frame throws(EvaluationError) in
      switch (try one(&frame), try two(&frame)) {
      case (.int(let left), .int(let right)):
        return orders.contains(left < right ? .ascending : left == right ? .same : .descending)
      case (let left, let right):
        try frame.spend(forSize: left.extent.adding(right.extent))
        guard let order = left.order(to: right) else {
          throw EvaluationError.noSuchOverload.placed(at: offset)
        }
        return orders.contains(Ordering.Choice(order))
      }
    }
  }

  private func unary(
    _ argument: Expression, at offset: Int,
    _ operation: @escaping @Sendable (Value) throws(EvaluationError) -> Value
  ) throws(SyntaxError) -> Plan {
    let operand = try plan(argument)
    let step = operand.step
    let result: Step = { frame throws(EvaluationError) in
      let value = try step(&frame)
      do throws(EvaluationError) { return try operation(value) } catch {
        throw error.placed(at: offset)
      }
    }
    return operand.constant == nil ? .step(result) : folded(result)
  }

  private func arithmetic(
    _ operands: (Plan, Plan), at offset: Int, _ operation: Operation
  ) -> Plan {
    let (first, second) = operands
    let (one, two) = (first.step, second.step)
    let result: Step = { frame throws(EvaluationError) in
      let (left, right) = (try one(&frame), try two(&frame))
      do throws(EvaluationError) {
        let value = try operation.result(left, right)
        try frame.spend(forSize: value.extent)
        return value
      } catch {
        throw error.placed(at: offset)
      }
    }
    return first.constant != nil && second.constant != nil ? folded(result) : .step(result)
  }

  private func condition(
    _ arguments: [Expression], at offset: Int,
    _ comparison: @escaping @Sendable (Value, Value) throws(EvaluationError) -> Bool
  ) throws(SyntaxError) -> Plan {
    let (one, two) = (try plan(arguments[0]).step, try plan(arguments[1]).step)
    return .condition { frame throws(EvaluationError) in
      let left = try one(&frame)
      let right = try two(&frame)
      try frame.spend(forSize: left.extent.adding(right.extent))
      do throws(EvaluationError) { return try comparison(left, right) } catch {
        throw error.placed(at: offset)
      }
    }
  }

  /// Equality; with a constant text on one side it needs no more than a comparison of texts.
  private func equality(
    _ arguments: [Expression], at offset: Int, isPositive: Bool
  ) throws(SyntaxError) -> Plan {
    let (first, second) = (try plan(arguments[0]), try plan(arguments[1]))
    if case .string(let text) = second.constant {
      let step = first.step
      return .condition { frame throws(EvaluationError) in
        guard case .string(let found) = try step(&frame) else { return !isPositive }
        return found.hasSameScalars(as: text) == isPositive
      }
    }
    let (one, two) = (first.step, second.step)
    if case .null = second.constant {
      return .condition { frame throws(EvaluationError) in
        if case .null = try one(&frame) { return isPositive }
        return !isPositive
      }
    }
    if case .type(let name) = second.constant, let typed = typedOperand(of: arguments[0]) {
      let step = try plan(typed).step
      return .condition { frame throws(EvaluationError) in
        (try step(&frame).typeName == name.name) == isPositive
      }
    }
    if case .bool(let truth) = second.constant {
      return .condition { frame throws(EvaluationError) in
        guard case .bool(let found) = try one(&frame) else { return !isPositive }
        return (found == truth) == isPositive
      }
    }
    return .condition { frame throws(EvaluationError) in
      switch (try one(&frame), try two(&frame)) {
      case (.int(let left), .int(let right)): return (left == right) == isPositive
      case (let left, let right):
        try frame.spend(forSize: left.extent.adding(right.extent))
        return left.isEqual(to: right) == isPositive
      }
    }
  }

  /// What `type(x)` asks the type of.
  private func typedOperand(of expression: Expression) -> Expression? {
    guard case .call(let call) = expression.kind, call.target == nil, call.arguments.count == 1,
      case .function("type", takesTarget: false) = checked.references[expression.id]
    else { return nil }
    return call.arguments[0]
  }

  /// `&&` or `||`: an operand that decides wins over errors of others.
  private func logic(
    _ arguments: [Expression], deciding: Bool
  ) throws(SyntaxError) -> Condition {
    var plans: [Plan] = []
    for argument in arguments { plans.append(try plan(argument)) }
    var condition = plans.removeLast().condition
    while let plan = plans.popLast() {
      condition = Self.pair(plan.condition, condition, deciding: deciding)
    }
    return condition
  }

  private static func pair(
    _ one: @escaping Condition, _ two: @escaping Condition, deciding: Bool
  ) -> Condition {
    { frame throws(EvaluationError) in
      var failure: EvaluationError?
      do throws(EvaluationError) {
        if try one(&frame) == deciding { return deciding }
      } catch {
        if error.reason == .limitExceeded { throw error }
        failure = error
      }
      guard let failure else { return try two(&frame) }
      do throws(EvaluationError) {
        if try two(&frame) == deciding { return deciding }
      } catch {
        if error.reason == .limitExceeded { throw error }
      }
      throw failure
    }
  }

  private func conditional(_ arguments: [Expression]) throws(SyntaxError) -> Plan {
    let condition = try plan(arguments[0]).condition
    let (first, second) = (try plan(arguments[1]), try plan(arguments[2]))
    if case .condition(let one) = first, case .condition(let two) = second {
      return .condition { frame throws(EvaluationError) in
        try condition(&frame) ? one(&frame) : two(&frame)
      }
    }
    let (one, two) = (first.step, second.step)
    return .step { frame throws(EvaluationError) in
      try condition(&frame) ? one(&frame) : two(&frame)
    }
  }
}

extension Value {
  /// Why a constant can be no operand of an index in the API server, which refuses some early.
  fileprivate var qualifierFault: String? {
    switch self {
    case .bytes: "invalid qualifier type: types.Bytes"
    case .null: "invalid qualifier type: types.Null"
    case .timestamp: "invalid qualifier type: types.Timestamp"
    case .duration: "invalid qualifier type: types.Duration"
    default: nil
    }
  }
}
