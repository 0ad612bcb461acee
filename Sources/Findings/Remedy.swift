/// Something to do about a cause.
package struct Remedy: Hashable, Sendable {
  /// What the remedy can break; reports list remedies from the mildest to the harshest.
  package enum Risk: String, Sendable, CaseIterable, Comparable {
    /// Only looks.
    case inspect
    /// Changes something, and what runs keeps running.
    case safe
    /// Restarts or moves what runs.
    case disruptive
    /// Can lose data or state.
    case destructive

    package static func < (one: Risk, other: Risk) -> Bool { one.rank < other.rank }

    private var rank: Int {
      switch self {
      case .inspect: 0
      case .safe: 1
      case .disruptive: 2
      case .destructive: 3
      }
    }
  }

  package var says: String
  /// A command that can be pasted into a shell.
  package var command: String?
  /// A change of a manifest, as a YAML merge patch.
  package var patch: String?
  package var risk: Risk

  package init(says: String, command: String? = nil, patch: String? = nil, risk: Risk) {
    self.says = says
    self.command = command
    self.patch = patch
    self.risk = risk
  }
}
