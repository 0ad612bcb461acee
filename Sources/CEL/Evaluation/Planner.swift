/// Turns a checked expression into closures, folding what is constant.
struct Planner {
  let environment: Environment
  let checked: CheckedExpression
  private let allowance = FoldingAllowance()

  init(_ environment: Environment, _ checked: CheckedExpression) {
    self.environment = environment
    self.checked = checked
  }

  var isKubernetes: Bool { environment.flavour == .kubernetes }

  func plan(_ expression: Expression) throws(SyntaxError) -> Plan {
    switch checked.references[expression.id] {
    case .variable(let slot): return variable(environment.variables[slot], at: expression.offset)
    case .local(let slot): return .step { frame in frame.locals[slot] }
    case .type(let name): return .constant(.type(name))
    default: break
    }
    switch expression.kind {
    case .literal(let value): return .constant(value)
    case .identifier(let name): return failing(.unknownVariable(name), at: expression.offset)
    case .select(let selection): return try select(selection, at: expression.offset)
    case .call(let call): return try self.call(call, expression)
    case .list(let elements): return try list(elements)
    case .map(let entries): return try map(entries, at: expression.offset)
    case .comprehension(let loop): return try comprehension(loop, expression)
    }
  }

  func failing(_ error: EvaluationError, at offset: Int) -> Plan {
    let placed = error.placed(at: offset)
    return .step { _ throws(EvaluationError) in throw placed }
  }

  private func variable(_ variable: Environment.Variable, at offset: Int) -> Plan {
    .step { frame throws(EvaluationError) in try frame.value(of: variable, at: offset) }
  }

  private func select(
    _ selection: Expression.Selection, at offset: Int
  ) throws(SyntaxError) -> Plan {
    let field = selection.field
    if selection.form == .plain { return try member(Member(field, offset), of: selection.operand) }
    let operand = try plan(selection.operand).step
    switch selection.form {
    case .plain, .optional:
      return .step { frame throws(EvaluationError) in
        .optional(try operand(&frame).possibleMember(field))
      }
    case .presence:
      let member = Member(field, offset)
      return .condition { frame throws(EvaluationError) in try operand(&frame).has(member) }
    }
  }

  /// A member of a value, or of a member of a variable, which is the most common thing that expressions read.
  private func member(_ member: Member, of operand: Expression) throws(SyntaxError) -> Plan {
    let isLenient = isKubernetes
    let reference = checked.references[operand.id]
    if let variable = variable(reference) {
      let offset = operand.offset
      return .step { frame throws(EvaluationError) in
        try frame.value(of: variable, at: offset).member(member, isLenient: isLenient)
      }
    }
    if case .local(let slot) = reference {
      return .step { frame throws(EvaluationError) in
        try frame.locals[slot].member(member, isLenient: isLenient)
      }
    }
    if case .none = reference, case .select(let selection) = operand.kind, selection.form == .plain,
      let variable = variable(checked.references[selection.operand.id])
    {
      let (offset, first) = (selection.operand.offset, Member(selection.field, operand.offset))
      return .step { frame throws(EvaluationError) in
        try frame.value(of: variable, at: offset).member(first, isLenient: isLenient)
          .member(member, isLenient: isLenient)
      }
    }
    let step = try plan(operand).step
    return .step { frame throws(EvaluationError) in
      try step(&frame).member(member, isLenient: isLenient)
    }
  }

  /// The variable that a name refers to.
  private func variable(_ reference: CheckedExpression.Reference) -> Environment.Variable? {
    guard case .variable(let slot) = reference else { return nil }
    return environment.variables[slot]
  }

  private func list(_ elements: [Expression.Element]) throws(SyntaxError) -> Plan {
    var steps: [(step: Step, isOptional: Bool)] = []
    var constants: [Value]? = []
    for element in elements {
      let plan = try plan(element.value)
      steps.append((plan.step, element.isOptional))
      if let constant = plan.constant, !element.isOptional {
        constants?.append(constant)
      } else {
        constants = nil
      }
    }
    if let constants { return .constant(.list(constants)) }
    return .step { [steps] frame throws(EvaluationError) in
      try frame.spend(forSize: steps.count)
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      for (step, isOptional) in steps {
        let value = try step(&frame)
        if !isOptional {
          values.append(value)
        } else if case .some(let inner) = try value.asOptional() {
          values.append(inner)
        }
      }
      return try frame.charged(.list(values))
    }
  }

  private func map(_ entries: [Expression.Entry], at offset: Int) throws(SyntaxError) -> Plan {
    var steps: [(key: Step, value: Step, isOptional: Bool)] = []
    var keys: [Value?] = []
    var isConstant = true
    for entry in entries {
      let (key, value) = (try plan(entry.key), try plan(entry.value))
      steps.append((key.step, value.step, entry.isOptional))
      keys.append(entry.isOptional ? nil : key.constant)
      isConstant = isConstant && key.constant != nil && value.constant != nil && !entry.isOptional
    }
    let shape = RecordMap.Shape(keys)
    let step =
      shape.map { record($0, of: steps.map { HeldStep($0.value) }) }
      ?? map(of: steps, at: offset)
    return isConstant ? folded(step) : .step(step)
  }

  private func record(_ shape: RecordMap.Shape, of steps: [HeldStep]) -> Step {
    { frame throws(EvaluationError) in
      try frame.spend(forSize: steps.count)
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      for step in steps { values.append(try step.run(&frame)) }
      return try frame.charged(.map(RecordMap(shape, values)))
    }
  }

  private func map(
    of steps: [(key: Step, value: Step, isOptional: Bool)], at offset: Int
  ) -> Step {
    let keepsLast = isKubernetes
    return { frame throws(EvaluationError) in
      try frame.spend(forSize: steps.count)
      var map = MapEntries()
      for (keyStep, valueStep, isOptional) in steps {
        let key = try keyStep(&frame)
        var value = try valueStep(&frame)
        if isOptional {
          guard case .some(let inner) = try value.asOptional() else { continue }
          value = inner
        }
        switch map.insert(value, for: key) {
        case .refused:
          throw EvaluationError(.invalidArgument, "unsupported key type", at: offset)
        case .replaced where !keepsLast:
          throw EvaluationError(
            .invalidArgument, "Failed with repeated key: \(key.conciseText)", at: offset)
        case .added, .replaced: break
        }
      }
      return try frame.charged(.map(DictionaryMap(map)))
    }
  }

  /// The value of a step that needs nothing, or the step itself when it fails.
  func folded(_ step: @escaping Step) -> Plan {
    let steps = min(1000, allowance.steps)
    var frame = Frame(Bindings.none, localCount: 0, limits: Limits(steps: steps))
    let value = try? step(&frame)
    allowance.steps -= min(steps, steps &- frame.stepsLeft)
    return value.map(Plan.constant) ?? .step(step)
  }
}

/// The steps that folding the constants of one expression may take, so that compiling stays cheap.
private final class FoldingAllowance {
  var steps = 20_000
}
