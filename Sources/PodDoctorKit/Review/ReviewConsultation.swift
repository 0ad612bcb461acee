import DumpLoading
package import Findings
import Provenance
import RuleEngine
import Triage

/// One review, from manifests to a report.
package struct ReviewConsultation: Sendable {
  private let options: ReviewOptions

  package init(_ options: ReviewOptions) {
    self.options = options
  }

  /// Reads the manifests and answers.
  package func report() throws(ConsultationError) -> ReviewReport {
    let knowledge = try RuleChoice(options).knowledge()
    let loaded = DumpLoader().manifests(at: options.sources)
    guard !loaded.objects.isEmpty else { throw .nothingUsable(Self.nothingUsable(in: loaded)) }
    let set = ManifestSet(loaded, options)
    let findings =
      loaded.problems.map { ReviewFinding($0) }
      + ManifestExamination(of: set, by: knowledge.book).findings()
      + ManifestAdmission(of: set, by: knowledge.policies).findings()
    return report(of: set, loaded, findings.sorted())
  }

  private func report(
    of set: ManifestSet, _ loaded: LoadedManifests, _ findings: [ReviewFinding]
  ) -> ReviewReport {
    let counting = findings.filter { $0.suppressed == nil }
    let severities = counting.map(\.severity)
    return ReviewReport(
      tool: .init(name: Release.name, version: Release.version),
      input: .init(sources: loaded.sources, files: loaded.files, digest: loaded.digest),
      summary: .init(
        objects: set.manifests.count, workloads: set.pods.count,
        bySeverity: Dictionary(grouping: severities, by: \.self).mapValues(\.count),
        suppressed: findings.count - counting.count,
        exitCode: options.gate.exitCode(forAnyOf: severities)),
      findings: findings)
  }

  /// Says why nothing could be used: the first things that are wrong with the input.
  private static func nothingUsable(in loaded: LoadedManifests) -> String {
    let problems = loaded.problems.prefix(3).map(\.description)
    return problems.isEmpty
      ? "no manifest in \(loaded.sources.joined(separator: ", "))"
      : problems.joined(separator: "; ")
  }
}
