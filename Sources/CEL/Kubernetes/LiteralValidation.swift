/// Holds literals to what Kubernetes asks of them before anything is evaluated.
struct LiteralValidation {
  private(set) var errors: [SyntaxError] = []
  private let checked: CheckedExpression

  init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  mutating func visit(_ expression: Expression, isExempt: Bool) {
  }
}
