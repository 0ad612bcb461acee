extension Value {
  func adding(_ other: Value) throws(EvaluationError) -> Value {
    switch (self, other) {
    case (.int(let one), .int(let two)):
      return .int(try Value.exact(one.addingReportingOverflow(two)))
    case (.uint(let one), .uint(let two)):
      return .uint(try Value.exact(one.addingReportingOverflow(two)))
    case (.double(let one), .double(let two)): return .double(one + two)
    case (.string(let one), .string(let two)):
      try Limits.require(one.utf8.count + two.utf8.count)
      return .string(one + two)
    case (.bytes(let one), .bytes(let two)):
      try Limits.require(one.count + two.count)
      return .bytes(one + two)
    case (.list(let one), .list(let two)):
      try Limits.require(one.count + two.count)
      return .list(one.array + two.array)
    case (.timestamp(let time), .duration(let duration)),
      (.duration(let duration), .timestamp(let time)):
      return .timestamp(try time.adding(duration))
    case (.duration(let one), .duration(let two)): return .duration(try one.adding(two))
    default: throw .noSuchOverload
    }
  }

  func subtracting(_ other: Value) throws(EvaluationError) -> Value {
    switch (self, other) {
    case (.int(let one), .int(let two)):
      return .int(try Value.exact(one.subtractingReportingOverflow(two)))
    case (.uint(let one), .uint(let two)):
      return .uint(try Value.exact(one.subtractingReportingOverflow(two)))
    case (.double(let one), .double(let two)): return .double(one - two)
    case (.timestamp(let one), .timestamp(let two)):
      return .duration(try one.distance(from: two))
    case (.timestamp(let time), .duration(let duration)):
      guard duration.nanoseconds != Int64.min else { throw .integerOverflow }
      return .timestamp(try time.adding(Duration(nanoseconds: -duration.nanoseconds)))
    case (.duration(let one), .duration(let two)): return .duration(try one.subtracting(two))
    default: throw .noSuchOverload
    }
  }

  func multiplied(by other: Value) throws(EvaluationError) -> Value {
    switch (self, other) {
    case (.int(let one), .int(let two)):
      return .int(try Value.exact(one.multipliedReportingOverflow(by: two)))
    case (.uint(let one), .uint(let two)):
      return .uint(try Value.exact(one.multipliedReportingOverflow(by: two)))
    case (.double(let one), .double(let two)): return .double(one * two)
    default: throw .noSuchOverload
    }
  }

  func divided(by other: Value) throws(EvaluationError) -> Value {
    switch (self, other) {
    case (.int(let one), .int(let two)):
      guard two != 0 else { throw .divisionByZero }
      return .int(try Value.exact(one.dividedReportingOverflow(by: two)))
    case (.uint(let one), .uint(let two)):
      guard two != 0 else { throw .divisionByZero }
      return .uint(one / two)
    case (.double(let one), .double(let two)): return .double(one / two)
    default: throw .noSuchOverload
    }
  }

  func remainder(dividingBy other: Value) throws(EvaluationError) -> Value {
    switch (self, other) {
    case (.int(let one), .int(let two)):
      guard two != 0 else { throw .modulusByZero }
      return .int(try Value.exact(one.remainderReportingOverflow(dividingBy: two)))
    case (.uint(let one), .uint(let two)):
      guard two != 0 else { throw .modulusByZero }
      return .uint(one % two)
    default: throw .noSuchOverload
    }
  }

  func negated() throws(EvaluationError) -> Value {
    switch self {
    case .int(let value): return .int(try Value.exact(Int64(0).subtractingReportingOverflow(value)))
    case .double(let value): return .double(-value)
    default: throw .noSuchOverload
    }
  }

  private static func exact<T>(
    _ result: (partialValue: T, overflow: Bool)
  ) throws(EvaluationError) -> T {
    if result.overflow { throw .integerOverflow }
    return result.partialValue
  }
}
