/// What one evaluation knows: variables, what comprehensions bind, and the steps that are left.
struct Frame {
  private let activation: any Activation
  var locals: Locals
  private(set) var stepsLeft: Int

  init(_ activation: any Activation, localCount: Int, limits: Limits) {
    self.activation = activation
    locals = Locals(count: localCount)
    stepsLeft = limits.steps
  }

  /// What a variable stands for; an error at the offset when it has no value.
  func value(of variable: Environment.Variable, at offset: Int) throws(EvaluationError) -> Value {
    guard let value = try activation.value(of: variable) else {
      throw EvaluationError.unknownVariable(variable.name).placed(at: offset)
    }
    return value
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

/// A step in a list of them; a bare closure in a generic container is called by way of another one.
struct HeldStep: Sendable {
  let run: Step

  init(_ run: @escaping Step) {
    self.run = run
  }
}

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
