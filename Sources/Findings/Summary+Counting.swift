package import Provenance

extension DiagnosisReport.Summary {
  /// Counts root causes by severity, and the pods that suffer from an error or a warning.
  package init(
    pods: Set<ObjectReference>, healthy: Int, rootCauses: [RootCause], exitCode: Int
  ) {
    var bySeverity = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, 0) })
    var affected: Set<ObjectReference> = []
    for cause in rootCauses {
      bySeverity[cause.severity, default: 0] += 1
      guard cause.severity >= .warning else { continue }
      affected.formUnion(cause.affected.map(\.object).filter(pods.contains))
    }
    self.init(
      pods: pods.count, healthy: healthy, affected: affected.count, bySeverity: bySeverity,
      exitCode: exitCode)
  }
}
