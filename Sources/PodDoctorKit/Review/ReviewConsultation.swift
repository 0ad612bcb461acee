import Basics
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

  /// Reads the manifests and answers; `keep` takes what the answer was found with, as that of ``Consultation`` does.
  package func report(
    keeping keep: (any Sendable) -> Void = { _ in }
  ) throws(ConsultationError) -> ReviewReport {
    let knowledge = try RuleChoice(options).knowledge()
    let depth: TellingDepth = options.tellsEveryRemedy ? .placed : .outlined
    let (report, set, findings) = try report(by: knowledge, held: [:], telling: depth)
    keep((knowledge, report, set, findings))
    guard options.hidesNames else { return report }
    var names = Pseudonyms(
      NameCollection(in: set, mentionedBy: report), sources: report.input.sources)
    return report.rewritten(inTurnBy: &names)
  }

  /// Reads the manifests, makes the safe changes in memory, and answers about what is there then.
  package func corrected() throws(ConsultationError) -> CorrectedReview {
    let knowledge = try RuleChoice(options).knowledge()
    var held: [String: [UInt8]] = [:]
    if options.sources.contains("-") { held["-"] = DumpLoader.standardInput() }
    let (first, set, findings) = try report(by: knowledge, held: held, telling: .placed)
    let run = CorrectionRun(
      CorrectionPlan(Self.untouched(first.findings, findings), in: set), held: held)
    for file in run.files { held[file.path] = file.after }
    var review = CorrectedReview(
      report: run.files.isEmpty
        ? first : try report(by: knowledge, held: held, telling: .placed).report,
      files: run.files, standardInput: held["-"])
    review.report.corrections = run.corrections(leaving: review.report.findings)
    return review
  }

  /// The findings as they are told, without those of which a patch held a credential.
  private static func untouched(
    _ told: [ReviewFinding], _ found: [ReviewFinding]
  ) -> [ReviewFinding] {
    zip(told, found).filter { $0.remedies.map(\.patch) == $1.remedies.map(\.patch) }.map(\.0)
  }

  /// What the rules find in the manifests; `held` stands in place of the files of its paths.
  private func report(
    by knowledge: Knowledge, held: [String: [UInt8]], telling depth: TellingDepth
  ) throws(ConsultationError) -> (report: ReviewReport, set: ManifestSet, findings: [ReviewFinding])
  {
    let loaded = DumpLoader().manifests(at: options.sources, held: held)
    guard !loaded.objects.isEmpty else { throw .nothingUsable(Self.nothingUsable(in: loaded)) }
    let set = ManifestSet(loaded, options, cluster: try cluster())
    let rules = knowledge.book
    let examination = ManifestExamination(of: set, by: rules, telling: depth)
    var found = loaded.completions.leaving(examination.findings())
    found += ManifestAdmission(of: set, by: knowledge.policies).findings()
    found = UnrenderedLines(loaded.problems).leaving(severe(found))
    let unread = unread(loaded.problems, besides: found)
    if !unread.isEmpty { found = unread + found }
    let ignores = try IgnoreBook(options, set, comments: loaded.remarks, rules: rules)
    found = RefusalDoubles.merged(ignores.applied(to: found, among: set))
    var findings = found.sortedByPlace()
    if let baseline = options.baseline { findings = baseline.applied(to: findings) }
    if depth == .outlined {
      var teller = RemedyTeller(for: set, by: rules)
      teller.tellFirsts(of: &findings)
    }
    let credentials = CredentialRewriter(values: SecretValues(in: ClusterSnapshot()))
    var report = report(of: set, loaded, findings).rewritten(by: credentials)
    report.rules = descriptions(of: Self.rules(of: findings), in: rules)
    return (report, set, findings)
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
    guard !problems.isEmpty else { return [] }
    let refused = Set(
      findings.filter { $0.rule == RefusalDoubles.refusalRule }.map(\.place.lineName))
    // A finding points at a key, a problem at its value, which may begin on another line.
    let found = Set(
      findings.filter { $0.severity == .error }
        .map { FieldOfObject($0.object, $0.place, $0.field) })
    return problems.filter { problem in
      let field = problem.object.map { FieldOfObject($0, problem.place, problem.field) }
      return switch problem.kind {
      case .wrongType where field.map(found.contains) ?? false: false
      case .wrongType, .invalidValue, .duplicateKey: !refused.contains(problem.place.lineName)
      default: true
      }
    }.map { ReviewFinding($0) }
  }

  /// The names of the rules that found something.
  private static func rules(of findings: [ReviewFinding]) -> [String] {
    let names = findings.stretches(of: chunk).concurrentMap { range in
      var names = NameNumbers()
      let findings = findings.span
      for index in range { _ = names.number(of: findings[index].rule) }
      return names.names
    }
    return Array(Set(names.joined()))
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 4_096

  /// What the rules of these names say of themselves; what could not be read has no rule.
  private func descriptions(of names: [String], in rules: RuleBook) -> [RuleDescription] {
    names.sorted().compactMap { name -> RuleDescription? in
      guard let source = (try? rules.source(named: name)) ?? nil,
        let remedies = try? rules.sharedRemedies
      else { return nil }
      return RuleDescription(source, sharing: remedies, isSwitchedOn: true)
    }
  }

  private func report(
    of set: ManifestSet, _ loaded: LoadedManifests, _ findings: [ReviewFinding]
  ) -> ReviewReport {
    let counts = Self.counts(of: findings)
    return ReviewReport(
      tool: .init(name: Release.name, version: Release.version),
      input: .init(sources: loaded.sources, files: loaded.files, digest: loaded.digest),
      summary: .init(
        objects: set.manifests.count, workloads: set.pods.count,
        bySeverity: counts, suppressed: findings.count - counts.total(),
        exitCode: options.gate.exitCode(for: counts)),
      findings: findings)
  }

  /// How many findings of each severity count.
  private static func counts(of findings: [ReviewFinding]) -> SeverityCounts {
    let counts = findings.stretches(of: chunk).concurrentMap { range in
      var counts = SeverityCounts()
      let findings = findings.span
      for index in range where findings[index].counts { counts[findings[index].severity] += 1 }
      return counts
    }
    return counts.reduce(into: SeverityCounts()) { $0.add($1) }
  }

  /// Says why nothing could be used: the first things that are wrong with the input.
  private static func nothingUsable(in loaded: LoadedManifests) -> String {
    let problems = loaded.problems.prefix(3).map(\.description)
    return problems.isEmpty
      ? "no manifest in \(loaded.sources.joined(separator: ", "))"
      : problems.joined(separator: "; ")
  }
}

/// A field of an object in a file, whatever namespace the object goes into.
private struct FieldOfObject: Hashable {
  private let file: String
  private let kind: String
  private let name: String
  private let field: String

  init(_ object: ObjectReference, _ place: Place, _ field: String) {
    (file, kind, name, self.field) = (place.file, object.kind, object.name, field)
  }
}

/// The lines where somebody has to render a template first.
private struct UnrenderedLines {
  private let lines: Set<String>
  private let files: Set<String>

  init(_ problems: [LoadProblem]) {
    let problems = problems.filter { $0.kind == .unrenderedTemplate }
    lines = Set(problems.map(\.place.lineName))
    files = Set(problems.map(\.place.file))
  }

  /// The findings that are about something else than the template, or an object that it was to name.
  func leaving(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    files.isEmpty ? findings : findings.filter(leaves)
  }

  private func leaves(_ finding: ReviewFinding) -> Bool {
    guard files.contains(finding.place.file) else { return true }
    return !lines.contains(finding.place.lineName) && !finding.says.contains("{{")
      && !finding.object.name.isEmpty
  }
}

extension Place {
  /// The line, for findings and problems that point at a key or at its value.
  fileprivate var lineName: String { "\(file):\(line)" }
}
