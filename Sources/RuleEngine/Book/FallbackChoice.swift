/// Whether rules that speak only where no other is sure are asked.
package enum FallbackChoice: Sendable {
  case included
  case excluded
  /// No others are.
  case only

  func takes(_ rule: RuleEntry) -> Bool {
    switch self {
    case .included: true
    case .excluded: !rule.isFallback
    case .only: rule.isFallback
    }
  }
}
