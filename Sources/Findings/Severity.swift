/// How much a finding hurts; ordered, so that a gate can compare.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, warning, error

  package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

  /// From zero for the mildest.
  var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
