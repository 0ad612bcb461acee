import Basics
import DumpLoading
package import Findings
import KubernetesModel
import Provenance
import RuleEngine
import Triage

/// One consultation, from the files of a dump to a report.
package struct Consultation: Sendable {
  /// Of so many pods in trouble everything is said before another processor is awake.
  private static let fewPods = 500

  private let options: ConsultationOptions

  package init(_ options: ConsultationOptions) {
    self.options = options
  }

  /// Reads the dump and answers.
  ///
  /// `keep` takes what the answer was found with. Who keeps it until the process ends saves the time to free all that a
  /// dump becomes, piece by piece.
  package func report(
    keeping keep: (any Sendable) -> Void = { _ in }
  ) throws(ConsultationError) -> DiagnosisReport {
    let knowledge = try RuleChoice(options).knowledge()
    let now = try present()
    var clusters = ClusterReports()
    // Policies are held against the documents of all objects.
    let loader = DumpLoader(
      now: now, sieve: knowledge.sieve, keepsDocuments: !knowledge.policies.isEmpty)
    for dump in loader.loadClusters(options.sources) {
      do {
        clusters.add(try report(on: dump, by: knowledge, keeping: keep))
      } catch {
        try clusters.note(error)
      }
    }
    return try clusters.report()
  }

  /// Answers about one cluster.
  private func report(
    on dump: LoadedDump, by knowledge: Knowledge, keeping keep: (any Sendable) -> Void
  ) throws(ConsultationError) -> DiagnosisReport {
    guard dump.snapshot.objectCount > 0 else { throw .nothingUsable(Self.nothingUsable(in: dump)) }
    let facts = ClusterFacts(
      dump.snapshot, now: dump.present?.time, logs: dump.logs, knowledge: knowledge)
    let scope = try DiagnosisScope(options, in: facts)
    let verdicts = Examination(of: scope, by: knowledge.book).verdicts()
    let findings =
      verdicts.findings + PolicyExamination(of: scope, by: knowledge.policies).findings()
      + DumpFindings.of(dump.problems + dump.changes)
    let redaction = Redaction(
      of: dump.snapshot, sources: dump.sources, hidesNames: options.hidesNames)
    let isMuch = scope.troubled.count > Self.fewPods
    let (gaps, rootCauses) = concurrently(
      when: isMuch,
      {
        if isMuch { redaction.prepare() }
        return Completeness(of: scope).gaps()
      }, { Triage().rootCauses(of: findings) })
    var causes = rootCauses
    if let cluster = dump.cluster {
      for index in causes.indices { causes[index].cluster = cluster }
    }
    let report = DiagnosisReport(
      tool: .init(name: Release.name, version: Release.version),
      input: .init(
        sources: dump.sources, objects: dump.snapshot.objectCount, digest: dump.digest,
        capturedAt: dump.capturedAt?.description),
      completeness: (gaps + dump.failures.gaps).map { gap in
        var gap = gap
        gap.cluster = dump.cluster
        return gap
      },
      summary: summary(of: scope, causes),
      rootCauses: causes,
      timelines: options.tellsTimelines
        ? PodTimelines(of: causes, in: facts, isDated: dump.capturedAt != nil).timelines() : [],
      faults: verdicts.faults.map(\.description))
    let safe = redaction.redacted(report)
    keep((dump, facts, scope, knowledge, findings, safe))
    return safe
  }

  private func present() throws(ConsultationError) -> Timestamp? {
    guard let text = options.now else { return nil }
    guard let time = Timestamp(text) else {
      throw .invalidOption("--now wants a time such as 2026-11-22T10:32:56Z, not '\(text)'")
    }
    return time
  }

  private func summary(
    of scope: DiagnosisScope, _ causes: [RootCause]
  ) -> DiagnosisReport.Summary {
    DiagnosisReport.Summary(
      pods: scope.podNames, healthy: scope.healthyNames, unknown: scope.namesWithoutStatus,
      rootCauses: causes, exitCode: options.gate.exitCode(for: causes))
  }

  /// Says that what was asked makes sense for one cluster only.
  static func severalClusters(in dumps: [LoadedDump]) -> String {
    let names = dumps.compactMap(\.cluster).joined(separator: ", ")
    return "the input holds the dumps of several clusters: \(names); name one of them"
  }

  /// Says why nothing could be used: the first things that are wrong with the input.
  static func nothingUsable(in dump: LoadedDump) -> String {
    let first = dump.problems.prefix(3).map(\.description)
    let what = first.isEmpty ? ["it holds no manifest"] : first
    let more = dump.problems.count > 3 ? " (and \(dump.problems.count - 3) more)" : ""
    return "no object could be read: " + what.joined(separator: "; ") + more
  }
}
