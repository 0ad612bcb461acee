import CEL

/// What one validation of a policy has against an object.
struct PolicyVerdict: Sendable {
  var validation: AdmissionPolicy.Validation
  /// The number of the validation in its policy.
  var number: Int
  var message: String
}

extension AdmissionPolicy {
  /// What the validations have against the object of `scope`, which no other policy may use, as the API server would
  /// put it.
  func verdicts(in scope: PolicyScope, limits: Limits) -> [PolicyVerdict] {
    guard
      conditions.allSatisfy({ (try? scope.holds($0.program, limits: limits)) ?? !ignoresErrors })
    else { return [] }
    scope.define(variables, limits: limits)
    return validations.enumerated().compactMap { number, validation in
      complaint(of: validation, in: scope, limits).map {
        PolicyVerdict(validation: validation, number: number, message: $0)
      }
    }
  }

  private func complaint(
    of validation: Validation, in scope: PolicyScope, _ limits: Limits
  ) -> String? {
    do {
      return try scope.holds(validation.program, limits: limits)
        ? nil : message(of: validation, in: scope, limits)
    } catch {
      guard !ignoresErrors else { return nil }
      return "expression '\(validation.expression)' resulted in error: \(error.message)"
    }
  }

  /// A message expression that gives no line of text is passed over, as the API server does.
  private func message(
    of validation: Validation, in scope: PolicyScope, _ limits: Limits
  ) -> String {
    if let program = validation.messageExpression,
      case .string(let text)? = try? program.evaluate(scope, limits: limits),
      text.contains(where: { !$0.isWhitespace }), !text.contains(where: \.isNewline)
    {
      return text
    }
    return validation.message ?? "failed expression: \(validation.expression)"
  }
}
