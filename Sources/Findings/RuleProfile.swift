/// How strict a review is: each profile asks its own rules and those of the milder ones.
package enum RuleProfile: String, Sendable, CaseIterable, Comparable {
  /// What will fail for sure, and holes that nobody means.
  case lenient
  case `default`
  /// Advice as well.
  case strict
  /// Matters of opinion too, which people turn on by name.
  case all

  package static func < (one: RuleProfile, other: RuleProfile) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .lenient: 0
    case .default: 1
    case .strict: 2
    case .all: 3
    }
  }
}
