/// Whether `Lt` and `Gt` of tolerations count, an alpha feature that Kubernetes 1.36 has off.
package enum TolerationComparisons: Sendable {
  case disabled
  case enabled
}

extension Toleration {
  /// Whether the toleration covers a taint, with comparisons off as in Kubernetes 1.36.
  package func tolerates(_ taint: Taint) -> Bool {
    tolerates(taint, comparisons: .disabled)
  }

  /// Whether the toleration covers a taint; an empty effect covers all effects, an empty key all keys.
  package func tolerates(_ taint: Taint, comparisons: TolerationComparisons) -> Bool {
    guard effect.isEmpty || effect == taint.effect else { return false }
    guard key.isEmpty || key == taint.key else { return false }
    switch `operator` {
    case "", "Equal": return value == taint.value
    case "Exists": return true
    case "Lt", "Gt": return comparisons == .enabled && compares(taint.value)
    default: return false
    }
  }

  /// Whether the taint's number is below (`Lt`) or above (`Gt`) the toleration's.
  private func compares(_ other: String) -> Bool {
    guard let bound = Int64(value), let number = Int64(other) else { return false }
    return `operator` == "Lt" ? number < bound : number > bound
  }
}

extension [Toleration] {
  /// Whether any toleration covers the taint.
  package func tolerate(_ taint: Taint) -> Bool {
    contains { $0.tolerates(taint) }
  }

  /// The first of the taints, among those that `counts` picks, that no toleration covers.
  package func firstUntolerated(_ taints: [Taint], where counts: (Taint) -> Bool) -> Taint? {
    taints.first { counts($0) && !tolerate($0) }
  }
}

extension Taint {
  /// Whether the taint keeps pods off or drives them away; `PreferNoSchedule` only weighs.
  package var repels: Bool { effect == "NoSchedule" || effect == "NoExecute" }
}

extension Taint: CustomStringConvertible {
  /// The notation of `kubectl taint`: `key=value:effect`.
  package var description: String {
    let pair = value.isEmpty ? key : "\(key)=\(value)"
    return effect.isEmpty ? pair : "\(pair):\(effect)"
  }
}
