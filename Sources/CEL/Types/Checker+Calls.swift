extension Checker {
  mutating func visitCall(_ expression: Expression, _ call: Expression.Call) -> StaticType {
    guard findsTypes else {
      findNames(in: call, expression)
      return .dyn
    }
    var arguments = call.arguments.map { visit($0) }
    guard let target = call.target else {
      return visitFunction(call.function, of: expression, arguments)
    }
    if let function = qualifiedFunction(call.function, of: target) {
      refer(expression, to: .function(function.name, takesTarget: false))
      return resolve(function, .global, arguments, expression)
    }
    arguments.insert(visit(target), at: 0)
    guard let function = environment.functions[call.function] else {
      return undeclared(call.function, at: expression)
    }
    refer(expression, to: .function(function.name, takesTarget: true))
    return resolve(function, .method, arguments, expression)
  }

  /// What a call refers to, without the types of anything.
  private mutating func findNames(in call: Expression.Call, _ expression: Expression) {
    for argument in call.arguments { visit(argument) }
    if let target = call.target {
      if let function = qualifiedFunction(call.function, of: target) {
        return refer(expression, to: .function(function.name, takesTarget: false))
      }
      visit(target)
      if environment.functions[call.function] == nil {
        _ = undeclared(call.function, at: expression)
      } else {
        refer(expression, to: .function(call.function, takesTarget: true))
      }
    } else if let function = function(named: call.function) {
      refer(expression, to: .function(function.name, takesTarget: false))
    } else {
      _ = undeclared(call.function, at: expression)
    }
  }

  /// The function that a target and a method's name are the full name of, such as `math.greatest`.
  private func qualifiedFunction(_ name: String, of target: Expression) -> Function? {
    guard let root = target.rootName, environment.mayQualify(root), !isLocal(root),
      let prefix = target.qualifiedName
    else { return nil }
    return function(named: "\(prefix).\(name)")
  }

  private mutating func visitFunction(
    _ name: String, of expression: Expression, _ arguments: [StaticType]
  ) -> StaticType {
    guard let function = function(named: name) else { return undeclared(name, at: expression) }
    refer(expression, to: .function(function.name, takesTarget: false))
    if name == Operator.and || name == Operator.or {
      return visitLogic(expression, arguments)
    }
    return resolve(function, .global, arguments, expression)
  }

  private func function(named name: String) -> Function? {
    if environment.container.isEmpty, !name.hasPrefix(".") { return environment.functions[name] }
    for candidate in environment.candidates(for: name) {
      if let function = environment.functions[candidate] { return function }
    }
    return nil
  }

  private mutating func undeclared(_ name: String, at expression: Expression) -> StaticType {
    report(
      "undeclared reference to '\(name)' (in container '\(environment.container)')",
      at: expression.offset)
    return .error
  }

  private mutating func visitLogic(
    _ expression: Expression, _ arguments: [StaticType]
  ) -> StaticType {
    for (child, type) in zip(expression.children, arguments) {
      expect(.bool, type, at: child)
    }
    return .bool
  }

  /// Reports a type that cannot be used as the one wanted.
  mutating func expect(_ wanted: StaticType, _ found: StaticType, at expression: Expression) {
    guard !substitution.unify(found, wanted) else { return }
    let shown = substitution.applied(to: found, isFinal: true)
    report("expected type '\(wanted)' but found '\(shown)'", at: expression.offset)
  }

  /// The result of a function for arguments: of the overload that fits, or `dyn` when several disagree.
  mutating func resolve(
    _ function: Function, _ style: Overload.Style, _ arguments: [StaticType],
    _ expression: Expression
  ) -> StaticType {
    guard findsTypes else { return .dyn }
    var found: StaticType?
    for overload in function.overloads
    where overload.style == style && overload.parameters.count == arguments.count {
      let fresh = instantiated(overload)
      guard substitution.unify(arguments, fresh.parameters) else { continue }
      let type = substitution.applied(to: fresh.result)
      found = found.map { $0 == type || $0 == .dyn ? $0 : .dyn } ?? type
    }
    if let found { return found }
    report(noMatch(function.name, style, arguments), at: expression.offset)
    return .error
  }

  func noMatch(
    _ name: String, _ style: Overload.Style, _ arguments: [StaticType]
  ) -> String {
    var shown = arguments.map { substitution.applied(to: $0, isFinal: true).description }
    let target = style == .method ? "\(shown.removeFirst())." : ""
    return "found no matching overload for '\(name)' applied to "
      + "'\(target)(\(shown.joined(separator: ", ")))'"
  }

  /// The types of an overload, its type parameters made new for this use.
  private mutating func instantiated(
    _ overload: Overload
  ) -> (parameters: [StaticType], result: StaticType) {
    let names = (overload.parameters + [overload.result]).reduce(into: Set<String>()) {
      $0.formUnion($1.freeParameters)
    }
    guard !names.isEmpty else { return (overload.parameters, overload.result) }
    let fresh = Substitution(renaming: names.sorted().map { ($0, freshParameter()) })
    return (overload.parameters.map { fresh.applied(to: $0) }, fresh.applied(to: overload.result))
  }
}
