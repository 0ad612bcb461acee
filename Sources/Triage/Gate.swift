package import Findings

/// Decides the exit code: the same for every output format.
package struct Gate: Hashable, Sendable {
  /// The severity from which on a root cause fails the run; nil when none does.
  package var threshold: Severity?

  package init(failingFrom threshold: Severity?) {
    self.threshold = threshold
  }

  /// 1 when a root cause is at or above the threshold, else 0.
  package func exitCode(for rootCauses: [RootCause]) -> Int {
    exitCode(for: SeverityCounts(of: rootCauses.map(\.severity)))
  }

  /// 1 when something counted is at or above the threshold, else 0.
  package func exitCode(for counts: SeverityCounts) -> Int {
    guard let threshold else { return 0 }
    return counts.total(from: threshold) > 0 ? 1 : 0
  }
}
