package import Provenance

extension DiagnosisReport.Summary {
  /// Counts root causes by severity, and the pods that suffer from an error or a warning.
  package init(
    pods: Set<ObjectReference>, healthy: Int, unknown: Int = 0, rootCauses: [RootCause],
    exitCode: Int
  ) {
    var affected: Set<ObjectReference> = []
    for cause in rootCauses where cause.severity >= .warning {
      affected.formUnion(cause.affected.map(\.object).filter(pods.contains))
    }
    self.init(
      pods: pods.count, healthy: healthy, unknown: unknown, affected: affected.count,
      bySeverity: SeverityCounts(of: rootCauses.map(\.severity)), exitCode: exitCode)
  }
}
