/// Whether rules that speak only where no other is sure are asked.
package enum FallbackChoice: Sendable {
  case included
  case excluded
  /// No others are.
  case only

  func takes(_ slot: RuleSlot) -> Bool {
    switch self {
    case .included: true
    case .excluded: !slot.entry.isFallback
    case .only: slot.entry.isFallback
    }
  }
}
