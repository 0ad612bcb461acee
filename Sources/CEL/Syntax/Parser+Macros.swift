extension Parser {
  /// What a call stands for when it is a macro, or nil when it is a plain call.
  mutating func expandMacro(
    _ call: Expression.Call, at offset: Int
  ) throws(SyntaxError) -> Expression? {
    guard let target = call.target else {
      guard call.function == "has", syntax.macros.contains(.has), call.arguments.count == 1
      else { return nil }
      return try presence(of: call.arguments[0], at: offset)
    }
    switch (call.function, target.qualifiedName) {
    case ("bind", "cel") where syntax.macros.contains(.bind) && call.arguments.count == 3:
      let name = try variable(call.arguments[0])
      return try comprehension(
        Comprehension(
          kind: .bind, range: call.arguments[1], variable: name, body: call.arguments[2]),
        at: offset)
    case ("greatest", "math") where syntax.macros.contains(.greatest),
      ("least", "math") where syntax.macros.contains(.least):
      return try extreme(call, at: offset)
    default: return try loop(call, over: target, at: offset)
    }
  }

  private mutating func presence(
    of argument: Expression, at offset: Int
  ) throws(SyntaxError) -> Expression {
    guard case .select(let selection) = argument.kind, selection.form == .plain else {
      throw SyntaxError(message: "invalid argument to has() macro", offset: argument.offset)
    }
    return try select(selection.operand, selection.field, .presence, at: offset)
  }

  /// `math.greatest(a, b, c)` becomes a function of one or two numbers or of a list.
  private mutating func extreme(
    _ call: Expression.Call, at offset: Int
  ) throws(SyntaxError) -> Expression {
    let name = "math.\(call.function)"
    guard !call.arguments.isEmpty else {
      throw SyntaxError(message: "\(name)() requires at least one argument", offset: offset)
    }
    let function = call.function == "greatest" ? "math.@max" : "math.@min"
    guard call.arguments.count > 2 else {
      return try self.call(function, call.arguments, at: offset)
    }
    let elements = call.arguments.map { Expression.Element(value: $0, isOptional: false) }
    let list = try node(.list(elements), at: offset, over: call.arguments)
    return try self.call(function, [list], at: offset)
  }

  private mutating func loop(
    _ call: Expression.Call, over range: Expression, at offset: Int
  ) throws(SyntaxError) -> Expression? {
    guard let shape = MacroShape(call, syntax.macros) else { return nil }
    var arguments = call.arguments[...]
    let name = try variable(arguments.removeFirst())
    let second = shape.variables == 2 ? try variable(arguments.removeFirst()) : nil
    if let second, second == name {
      throw SyntaxError(
        message: "second variable must not be the same as the first", offset: offset)
    }
    let filter = arguments.count == 2 ? arguments.removeFirst() : nil
    return try comprehension(
      Comprehension(
        kind: shape.kind, range: range, variable: name, secondVariable: second, filter: filter,
        body: arguments.removeFirst()),
      at: offset)
  }

  private mutating func comprehension(
    _ loop: Comprehension, at offset: Int
  ) throws(SyntaxError) -> Expression {
    let filter = loop.filter.map { [$0] } ?? []
    return try node(.comprehension(loop), at: offset, over: [loop.range, loop.body] + filter)
  }

  private func variable(_ argument: Expression) throws(SyntaxError) -> String {
    guard case .identifier(let name) = argument.kind, !name.hasPrefix(".") else {
      throw SyntaxError(message: "argument must be a simple name", offset: argument.offset)
    }
    return name
  }
}

/// Which comprehension a method call is, by its name and number of arguments.
private struct MacroShape {
  var kind: Comprehension.Kind
  var variables: Int

  init?(_ call: Expression.Call, _ macros: Syntax.Macros) {
    let count = call.arguments.count
    guard count >= 2 else { return nil }
    let name = call.function == "exists_one" ? "existsOne" : call.function
    guard let macro = Syntax.Macro(rawValue: name), macros.contains(macro),
      let kind = Comprehension.Kind(rawValue: name)
    else { return nil }
    self.kind = kind
    switch (macro, count) {
    case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2), (.map, 2), (.map, 3),
      (.optMap, 2), (.optFlatMap, 2), (.sortBy, 2):
      variables = 1
    case (.all, 3), (.exists, 3), (.existsOne, 3):
      guard macros.contains(.twoVariables) else { return nil }
      variables = 2
    case (.transformList, 3...4), (.transformMap, 3...4), (.transformMapEntry, 3...4):
      variables = 2
    default: return nil
    }
  }
}
