import Findings
import Triage

/// The reports about several clusters, which become one.
struct ClusterReports {
  private var reports: [DiagnosisReport] = []
  /// Why there is no report about some cluster; the first of the reasons.
  private var reason: ConsultationError?

  mutating func add(_ report: DiagnosisReport) {
    reports.append(report)
  }

  /// Notes that a cluster holds nothing to report on, which matters only when none does.
  mutating func note(_ error: ConsultationError) throws(ConsultationError) {
    switch error {
    case .invalidOption: throw error
    case .nothingUsable, .nothingMatched: reason = reason ?? error
    }
  }

  /// One report about all clusters, whose causes are ranked together.
  func report() throws(ConsultationError) -> DiagnosisReport {
    guard var report = reports.first else {
      throw reason ?? .nothingUsable("no object could be read: there is no input")
    }
    guard reports.count > 1 else { return report }
    for other in reports.dropFirst() {
      report.input.objects += other.input.objects
      report.input.capturedAt = [report.input.capturedAt, other.input.capturedAt]
        .compactMap(\.self).max()
      report.completeness += other.completeness
      report.timelines += other.timelines
      report.faults += other.faults
      report.summary.add(other.summary)
    }
    report.rootCauses = Triage().merged(reports.map(\.rootCauses))
    return report
  }
}

extension DiagnosisReport.Summary {
  /// Counts those of another cluster, too.
  fileprivate mutating func add(_ other: DiagnosisReport.Summary) {
    pods += other.pods
    healthy += other.healthy
    unknown += other.unknown
    affected += other.affected
    bySeverity.add(other.bySeverity)
    exitCode = max(exitCode, other.exitCode)
  }
}
