/// What one evaluation knows: variables, what comprehensions bind, and the steps that are left.
struct Frame {
  let activation: any Activation
  var locals: [Value]
  private(set) var stepsLeft: Int

  init(_ activation: any Activation, localCount: Int, limits: Limits) {
    self.activation = activation
    locals = localCount == 0 ? [] : Array(repeating: .null, count: localCount)
    stepsLeft = limits.steps
  }

  /// Uses up steps; throws when there are none left.
  mutating func spend(_ steps: Int) throws(EvaluationError) {
    stepsLeft &-= steps
    if stepsLeft < 0 { throw .tooExpensive }
  }

  /// Uses up what reading or making a value of this size costs.
  mutating func spend(forSize size: Int) throws(EvaluationError) {
    try spend(1 &+ size / 16)
  }

  /// A value that was just made, when its size can be paid for.
  mutating func charged(_ value: Value) throws(EvaluationError) -> Value {
    try spend(forSize: value.extent)
    return value
  }
}

/// A compiled expression.
typealias Step = @Sendable (inout Frame) throws(EvaluationError) -> Value
/// A compiled condition.
typealias Condition = @Sendable (inout Frame) throws(EvaluationError) -> Bool

/// What became of an expression: a value already, or steps that give one.
enum Plan: Sendable {
  case constant(Value)
  case condition(Condition)
  case step(Step)

  var step: Step {
    switch self {
    case .constant(let value): return { _ in value }
    case .step(let step): return step
    case .condition(let condition):
      return { frame throws(EvaluationError) in .bool(try condition(&frame)) }
    }
  }

  var condition: Condition {
    switch self {
    case .condition(let condition): return condition
    case .constant(.bool(let value)): return { _ in value }
    default:
      let step = step
      return { frame throws(EvaluationError) in
        guard case .bool(let value) = try step(&frame) else { throw .noSuchOverload }
        return value
      }
    }
  }

  var constant: Value? {
    guard case .constant(let value) = self else { return nil }
    return value
  }
}
