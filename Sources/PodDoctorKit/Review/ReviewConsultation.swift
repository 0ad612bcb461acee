import DumpLoading
package import Findings
import KubernetesModel
import Provenance
import RuleEngine
import Scheduling
import Triage

/// One review, from manifests to a report.
package struct ReviewConsultation: Sendable {
  private let options: ReviewOptions

  package init(_ options: ReviewOptions) {
    self.options = options
  }

  /// Reads the manifests and answers.
  package func report() throws(ConsultationError) -> ReviewReport {
    let rules = try RuleChoice(options).book()
    let loaded = DumpLoader().manifests(at: options.sources)
    guard !loaded.objects.isEmpty else { throw .nothingUsable(Self.nothingUsable(in: loaded)) }
    let set = ManifestSet(loaded, options, cluster: try cluster())
    let found = severe(ManifestExamination(of: set, by: rules).findings())
    let unread = unread(loaded.problems, besides: found)
    let ignored = try ignores(in: set, loaded, rules).applied(to: unread + found, among: set)
    let findings = options.baseline?.applied(to: ignored.sorted()) ?? ignored.sorted()
    var report = report(of: set, loaded, findings)
    report.rules = descriptions(of: Set(findings.map(\.rule)), in: rules)
    return report
  }

  private func cluster() throws(ConsultationError) -> ReviewCluster? {
    guard !options.cluster.isEmpty else { return nil }
    let dump = DumpLoader().load(options.cluster)
    guard dump.snapshot.objectCount > 0 else {
      throw .nothingUsable("--cluster: \(Consultation.nothingUsable(in: dump))")
    }
    return ReviewCluster(InputAudit(of: dump.snapshot).snapshot)
  }

  /// The findings with the severities that somebody set.
  private func severe(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    guard !options.severities.isEmpty else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.severity = options.severities[finding.rule] ?? finding.severity
      return finding
    }
  }

  /// What could not be read, but for fields of which the API server's words are told already.
  private func unread(
    _ problems: [LoadProblem], besides findings: [ReviewFinding]
  ) -> [ReviewFinding] {
    let refused = Set(findings.filter { $0.rule == Self.refusalRule }.map(\.place.start))
    return problems.filter { problem in
      switch problem.kind {
      case .wrongType, .invalidValue, .duplicateKey: !refused.contains(problem.place.start)
      default: true
      }
    }.map { ReviewFinding($0) }
  }

  private static let refusalRule = "schema-invalid"

  private func ignores(
    in set: ManifestSet, _ loaded: LoadedManifests, _ rules: RuleBook
  ) throws(ConsultationError) -> IgnoreBook {
    guard !options.isStrict else {
      return IgnoreBook(
        general: options.ignores, annotations: [:], comments: [], today: options.today)
    }
    return IgnoreBook(
      general: options.ignores, annotations: try annotations(in: set, rules),
      comments: CommentIgnores.ignores(in: loaded.remarks), today: options.today)
  }

  private func annotations(
    in set: ManifestSet, _ rules: RuleBook
  ) throws(ConsultationError) -> [ObjectReference: [Ignore]] {
    var otherTools: OtherToolsIgnores?
    if options.honoursOtherTools {
      do { otherTools = OtherToolsIgnores(try rules.rules()) } catch {
        throw .invalidOption("\(error)")
      }
    }
    var ignores: [ObjectReference: [Ignore]] = [:]
    for manifest in set.manifests {
      let template = set.pods(of: manifest.reference).first.map { set.pods[$0].path }
      let stated = AnnotationIgnores(of: manifest, otherTools: otherTools)
        .ignores(template: template)
      if !stated.isEmpty { ignores[manifest.reference, default: []] += stated }
    }
    return ignores
  }

  /// What the rules of these names say of themselves; what could not be read has no rule.
  private func descriptions(of names: Set<String>, in rules: RuleBook) -> [RuleDescription] {
    names.sorted().compactMap { name -> RuleDescription? in
      guard let rule = (try? rules.rule(named: name)) ?? nil else { return nil }
      return RuleDescription(rule, isSwitchedOn: true)
    }
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

extension Place {
  /// The line, for findings and problems that point at a key or at its value.
  fileprivate var start: String { "\(file):\(line)" }
}
