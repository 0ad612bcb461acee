extension Planner {
  func comprehension(
    _ loop: Comprehension, _ expression: Expression
  ) throws(SyntaxError) -> Plan {
    guard case .locals(let first, let second) = checked.references[expression.id] else {
      return failing(.noSuchOverload, at: expression.offset)
    }
    let iteration = Iteration(
      range: try plan(loop.range).step, first: first,
      second: loop.secondVariable == nil ? nil : second, offset: loop.range.offset)
    let body = try plan(loop.body)
    let filter = try loop.filter.map { filter throws(SyntaxError) in try plan(filter).condition }
    switch loop.kind {
    case .all: return .condition(iteration.quantifier(body.condition, deciding: false))
    case .exists: return .condition(iteration.quantifier(body.condition, deciding: true))
    case .existsOne: return .condition(iteration.counter(body.condition))
    case .filter: return .step(iteration.selection(body.condition))
    case .map, .transformList: return .step(iteration.list(of: body.step, where: filter))
    case .transformMap, .transformMapEntry:
      let isEntry = loop.kind == .transformMapEntry
      return .step(iteration.map(of: body.step, isEntry: isEntry, where: filter))
    case .bind: return binding(iteration, body)
    case .optMap, .optFlatMap:
      return .step(iteration.optional(of: body.step, isFlat: loop.kind == .optFlatMap))
    case .sortBy: return .step(iteration.sorted(by: body.step))
    }
  }

  private func binding(_ iteration: Iteration, _ body: Plan) -> Plan {
    let (range, slot) = (iteration.range, iteration.first)
    if case .condition(let condition) = body {
      return .condition { frame throws(EvaluationError) in
        frame.locals[slot] = try range(&frame)
        return try condition(&frame)
      }
    }
    let step = body.step
    return .step { frame throws(EvaluationError) in
      frame.locals[slot] = try range(&frame)
      return try step(&frame)
    }
  }
}

/// Goes through the elements of a list or the members of a map.
struct Iteration: Sendable {
  let range: Step
  let first: Int
  /// The slot of the second variable; with one, lists give place and element, maps key and value.
  let second: Int?
  let offset: Int

  /// Binds the variables to each element in turn, until the body says stop.
  private func forEach(
    _ frame: inout Frame, _ body: (inout Frame) throws(EvaluationError) -> Continuation
  ) throws(EvaluationError) {
    switch try range(&frame) {
    case .list(let list):
      for index in 0..<list.count {
        try frame.spend(1)
        let element = list.element(at: index)
        if let second {
          frame.locals[first] = .int(Int64(index))
          frame.locals[second] = element
        } else {
          frame.locals[first] = element
        }
        if try body(&frame) == .stop { return }
      }
    case .map(let map):
      for key in map.keys {
        try frame.spend(1)
        frame.locals[first] = key
        if let second { frame.locals[second] = map.member(for: key) ?? .null }
        if try body(&frame) == .stop { return }
      }
    default: throw EvaluationError.noSuchOverload.placed(at: offset)
    }
  }

  private enum Continuation {
    case proceed, stop
  }

  /// `all` and `exists`: an element that decides wins over errors of others.
  func quantifier(_ condition: @escaping Condition, deciding: Bool) -> Condition {
    { frame throws(EvaluationError) in
      var failure: EvaluationError?
      var result = !deciding
      try forEach(&frame) { frame throws(EvaluationError) in
        do throws(EvaluationError) {
          guard try condition(&frame) == deciding else { return .proceed }
          result = deciding
          return .stop
        } catch {
          if error.reason == .limitExceeded { throw error }
          failure = failure ?? error
          return .proceed
        }
      }
      if result != deciding, let failure { throw failure }
      return result
    }
  }

  func counter(_ condition: @escaping Condition) -> Condition {
    { frame throws(EvaluationError) in
      var count = 0
      try forEach(&frame) { frame throws(EvaluationError) in
        if try condition(&frame) { count += 1 }
        return .proceed
      }
      return count == 1
    }
  }

  func selection(_ condition: @escaping Condition) -> Step {
    { frame throws(EvaluationError) in
      var values: [Value] = []
      try forEach(&frame) { frame throws(EvaluationError) in
        if try condition(&frame) { values.append(frame.locals[first]) }
        return .proceed
      }
      return try frame.charged(values.isEmpty ? .emptyList : .list(values))
    }
  }

  func list(of body: @escaping Step, where condition: Condition?) -> Step {
    { frame throws(EvaluationError) in
      var values: [Value] = []
      try forEach(&frame) { frame throws(EvaluationError) in
        if let condition, try !condition(&frame) { return .proceed }
        values.append(try body(&frame))
        return .proceed
      }
      return try frame.charged(.list(values))
    }
  }

  func map(of body: @escaping Step, isEntry: Bool, where condition: Condition?) -> Step {
    { frame throws(EvaluationError) in
      var result = MapEntries()
      try forEach(&frame) { frame throws(EvaluationError) in
        let key = frame.locals[first]
        if let condition, try !condition(&frame) { return .proceed }
        let value = try body(&frame)
        if isEntry {
          try insertEntries(of: value, into: &result)
        } else {
          result.insert(value, for: key)
        }
        return .proceed
      }
      return try frame.charged(.map(DictionaryMap(result)))
    }
  }

  private func insertEntries(
    of value: Value, into result: inout MapEntries
  ) throws(EvaluationError) {
    guard case .map(let entries) = value else {
      throw EvaluationError.noSuchOverload.placed(at: offset)
    }
    for key in entries.keys
    where result.insert(entries.member(for: key) ?? .null, for: key) != .added {
      throw EvaluationError(
        .invalidArgument, "insert failed: key \(key.conciseText) already exists", at: offset)
    }
  }

  func optional(of body: @escaping Step, isFlat: Bool) -> Step {
    { frame throws(EvaluationError) in
      guard case .optional(let possible) = try range(&frame) else {
        throw EvaluationError.noSuchOverload.placed(at: offset)
      }
      guard case .some(let value) = possible else { return .absent }
      frame.locals[first] = value
      let result = try body(&frame)
      if !isFlat { return .optional(.some(result)) }
      return .optional(try result.asOptional())
    }
  }

  func sorted(by body: @escaping Step) -> Step {
    { frame throws(EvaluationError) in
      var pairs: [(key: Value, value: Value)] = []
      try forEach(&frame) { frame throws(EvaluationError) in
        let element = frame.locals[first]
        pairs.append((try body(&frame), element))
        return .proceed
      }
      try frame.spend(pairs.count &* 16)
      return .list(try ListsLibrary.sorted(pairs))
    }
  }
}
