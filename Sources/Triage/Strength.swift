package import Findings

extension Finding {
  /// Whether this finding comes before `other` where only one can speak; a total order of distinct findings.
  func isStronger(than other: Finding) -> Bool {
    if let isStronger = isStrongerByKind(than: other) { return isStronger }
    if object != other.object { return object < other.object }
    if affected != other.affected { return affected < other.affected }
    if evidence.count != other.evidence.count { return evidence.count > other.evidence.count }
    return (key, says, why) < (other.key, other.says, other.why)
  }

  /// The same whatever object the findings are about; nil where only the objects can tell.
  func isStrongerByKind(than other: Finding) -> Bool? {
    if confidence != other.confidence { return confidence > other.confidence }
    if severity != other.severity { return severity > other.severity }
    return cause == other.cause ? nil : cause < other.cause
  }
}

extension RootCause {
  /// What the ranking goes by: confidence × severity × blast radius.
  package var weight: Double {
    confidence * severity.weight * blastRadius
  }

  /// 1 for a single affected object, and a fifth more for each doubling of their number.
  private var blastRadius: Double {
    // They are sorted.
    let objects = max(
      1, affected.indices.count { $0 == 0 || affected[$0].object != affected[$0 - 1].object })
    let doublings = Int.bitWidth - 1 - objects.leadingZeroBitCount
    return 1 + Double(doublings) / 5
  }
}

extension Severity {
  fileprivate var weight: Double {
    switch self {
    case .error: 1
    case .warning: 0.5
    case .info: 0.1
    }
  }
}
