package import Provenance

extension DiagnosisReport.Summary {
  /// Counts root causes by severity, and the pods that suffer from an error or a warning, which count neither as
  /// `healthy` nor as `unknown`.
  package init(
    pods: Set<ObjectReference>, healthy: Set<ObjectReference>,
    unknown: Set<ObjectReference> = [], rootCauses: [RootCause], exitCode: Int
  ) {
    let sufferers = Self.sufferers(among: pods, from: rootCauses)
    self.init(
      pods: pods.count, healthy: Self.count(of: healthy, without: sufferers),
      unknown: Self.count(of: unknown, without: sufferers), affected: sufferers.count,
      bySeverity: SeverityCounts(of: rootCauses.map(\.severity)), exitCode: exitCode)
  }

  private static func sufferers(
    among pods: Set<ObjectReference>, from causes: [RootCause]
  ) -> Set<ObjectReference> {
    var sufferers: Set<ObjectReference> = []
    for cause in causes where cause.severity >= .warning {
      for affected in cause.affected where pods.contains(affected.object) {
        sufferers.insert(affected.object)
      }
    }
    return sufferers
  }

  private static func count(
    of pods: Set<ObjectReference>, without others: Set<ObjectReference>
  ) -> Int {
    pods.isEmpty ? 0 : pods.count - others.count { pods.contains($0) }
  }
}
