extension Checker {
  mutating func visitComprehension(_ expression: Expression, _ loop: Comprehension) -> StaticType {
    let range = substitution.applied(to: visit(loop.range))
    let first = scopeDepth
    refer(expression, to: .locals(first: first, second: first + 1))
    guard findsTypes else {
      let names = [loop.variable, loop.secondVariable].compactMap(\.self)
      return scoped(names.map { ($0, .dyn) }) { checker in
        if let filter = loop.filter { checker.visit(filter) }
        return checker.visit(loop.body)
      }
    }
    let variables = variableTypes(of: loop, over: range, at: expression)
    let named = zip([loop.variable] + (loop.secondVariable.map { [$0] } ?? []), variables)
    return scoped(Array(named)) { checker in
      let filter = loop.filter.map { checker.visit($0) }
      let body = checker.visit(loop.body)
      return checker.resultType(
        of: loop, range: range, variables: variables, filter: filter, body: body, expression)
    }
  }

  /// The types of the variables that a comprehension binds.
  private mutating func variableTypes(
    of loop: Comprehension, over range: StaticType, at expression: Expression
  ) -> [StaticType] {
    switch loop.kind {
    case .bind: return [range]
    case .optMap, .optFlatMap:
      let inner = freshParameter()
      if !substitution.unify(range, .optional(inner)) {
        report(noMatch("hasValue", .method, [range]), at: expression.offset)
        return [.error]
      }
      return [range.isDynamic ? .dyn : substitution.applied(to: inner)]
    default: return elementTypes(of: range, isPair: loop.secondVariable != nil, at: loop.range)
    }
  }

  private mutating func elementTypes(
    of range: StaticType, isPair: Bool, at expression: Expression
  ) -> [StaticType] {
    switch range {
    case .list(let element): return isPair ? [.int, element] : [element]
    case .map(let key, let value): return isPair ? [key, value] : [key]
    case .dyn, .error: return isPair ? [.dyn, .dyn] : [.dyn]
    case .parameter:
      _ = substitution.unify(.dyn, range)
      return isPair ? [.dyn, .dyn] : [.dyn]
    default:
      report(
        "expression of type '\(range)' cannot be range of a comprehension "
          + "(must be list, map, or dynamic)", at: expression.offset)
      return [.error, .error]
    }
  }

  private mutating func resultType(
    of loop: Comprehension, range: StaticType, variables: [StaticType], filter: StaticType?,
    body: StaticType, _ expression: Expression
  ) -> StaticType {
    switch loop.kind {
    case .all, .exists:
      expect(.bool, body, at: loop.body)
      return .bool
    case .existsOne:
      expectCondition(body, choosing: .int, at: expression)
      return .bool
    case .filter:
      expectCondition(body, choosing: .list(variables[0]), at: expression)
      return .list(variables[0])
    case .map, .transformList:
      if let filter { expectCondition(filter, choosing: .list(body), at: expression) }
      return .list(body)
    case .transformMap:
      let type = StaticType.map(variables[0], body)
      if let filter { expectCondition(filter, choosing: type, at: expression) }
      return type
    case .transformMapEntry:
      let type = StaticType.map(freshParameter(), freshParameter())
      if let filter { expectCondition(filter, choosing: type, at: expression) }
      expect(type, body, at: loop.body)
      return type
    case .bind: return body
    case .optMap: return .optional(body)
    case .optFlatMap:
      let type = StaticType.optional(freshParameter())
      if !substitution.unify(body, type) {
        report(
          noMatch(Operator.conditional, .global, [.bool, body, type]), at: expression.offset)
      }
      return type
    case .sortBy:
      expectComparable(body, of: range, at: expression)
      return range
    }
  }

  private mutating func expectCondition(
    _ found: StaticType, choosing type: StaticType, at expression: Expression
  ) {
    guard !substitution.unify(found, .bool) else { return }
    report(noMatch(Operator.conditional, .global, [found, type, type]), at: expression.offset)
  }

  private mutating func expectComparable(
    _ key: StaticType, of range: StaticType, at expression: Expression
  ) {
    let isComparable = StaticType.comparable.contains { type in
      var attempt = substitution
      return attempt.unify(key, type)
    }
    if !isComparable {
      report(
        noMatch("@sortByAssociatedKeys", .method, [range, .list(key)]), at: expression.offset)
    }
  }
}

extension StaticType {
  /// The types whose values have an order.
  static let comparable: [StaticType] = [
    .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes,
  ]
}
