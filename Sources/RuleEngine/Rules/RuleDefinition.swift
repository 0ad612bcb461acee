import CEL
import Synchronization

/// A name that a rule gives to an expression.
///
/// What depends on nothing but the rule's parameters is computed once for all subjects.
final class RuleDefinition: Sendable {
  let name: String
  let expression: Expression
  private let readsParametersOnly: Lazy<Bool>
  private let known = Mutex<Known?>(nil)

  /// The value under some parameters.
  private struct Known: Sendable {
    let parameters: any MapObject
    let value: Value
  }

  init(_ name: String, _ expression: Expression) {
    self.name = name
    self.expression = expression
    readsParametersOnly = Lazy { expression.reads.allSatisfy { $0.variable == "parameters" } }
  }

  /// What the name stands for about the subject of `scope`.
  func value(in scope: RuleScope) throws(EvaluationError) -> Value {
    guard scope.parametersSlot >= 0, case .map(let parameters) = scope.parameters,
      readsParametersOnly.value
    else { return try expression.value(in: scope) }
    let kept = known.withLock { $0.flatMap { $0.parameters === parameters ? $0.value : nil } }
    if let kept { return kept }
    let value = try expression.value(in: scope)
    known.withLock { $0 = Known(parameters: parameters, value: value) }
    return value
  }
}
