import Basics
import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// Asks the rules about everything in scope that may be in trouble.
struct Examination: Sendable {
  private let scope: DiagnosisScope
  private let rules: RuleBook

  init(of scope: DiagnosisScope, by rules: RuleBook) {
    self.scope = scope
    self.rules = rules
  }

  /// How many pods, or other objects, are worth handing to another processor.
  private static let chunk = 16
  /// How many faults are kept; a rule that cannot be evaluated mostly fails about every object.
  private static let mostFaults = 100

  /// All findings, in the order of the objects they are about, and what could not be evaluated.
  ///
  /// A rule that was given up on is left out everywhere, because where it was depends on the order of the subjects.
  func verdicts() -> RuleVerdicts {
    let aboutPods = scope.troubled.concurrentMap(chunkSize: Self.chunk) { self.verdicts(about: $0) }
    let aboutOthers = Self.otherSubjects(in: scope).concurrentMap(chunkSize: Self.chunk) {
      subject in
      var verdicts = rules.verdicts(about: subject)
      verdicts.findings = told(verdicts.findings, about: subject)
      return verdicts
    }
    let suspended = Set(rules.suspended)
    var verdicts = RuleVerdicts()
    for part in aboutPods + aboutOthers {
      verdicts.findings += part.findings.filter { !suspended.contains($0.cause) }
      verdicts.faults += part.faults.filter { !suspended.contains($0.rule) }
    }
    verdicts.faults =
      suspended.sorted().map(RuleFault.init(givenUpOn:))
      + verdicts.faults.sorted().prefix(Self.mostFaults)
    return verdicts
  }

  /// What one rule says about everything in scope.
  func findings(of rule: String) -> [Finding] {
    let aboutPods = scope.troubled.flatMap { pod in
      let pod = PodCase(pod, in: scope.facts)
      let subjects = PodSubjects.subjects(of: pod)
      return told(subjects.flatMap { rules.verdicts(of: rule, about: $0).findings }, about: pod)
    }
    let aboutOthers = Self.otherSubjects(in: scope).flatMap { subject in
      told(rules.verdicts(of: rule, about: subject).findings, about: subject)
    }
    return aboutPods + aboutOthers
  }

  /// What the rules say about a pod and its containers.
  private func verdicts(about pod: Pod) -> RuleVerdicts {
    let pod = PodCase(pod, in: scope.facts)
    var verdicts = RuleVerdicts()
    for subject in PodSubjects.subjects(of: pod) {
      let part = rules.verdicts(about: subject)
      verdicts.findings += part.findings
      verdicts.faults += part.faults
    }
    verdicts.findings = told(verdicts.findings, about: pod)
    return verdicts
  }

  /// Findings about a pod with what a simulation advises, and with the owner that people know the pod by.
  private func told(_ findings: [Finding], about pod: PodCase) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    let isPending = findings.contains { $0.playbook == .pending }
    let remedies = isPending ? SimulatedRemedies.remedies(for: pod) : []
    let completed = CompletedRemedies(for: pod)
    return findings.map { finding in
      var finding = finding.tempered(byRecoveryIn: pod)
      if pod.workload != pod.reference { finding.affected.owner = pod.workload }
      if finding.playbook == .pending { finding.remedies += remedies }
      return completed.completed(finding)
    }
  }

  private func told(_ findings: [Finding], about subject: Subject) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    let completed = CompletedRemedies(for: subject.reference, in: scope.facts)
    return findings.map(completed.completed)
  }

  /// Everything in scope that rules are asked about: pods in trouble with their containers, then the rest.
  static func subjects(in scope: DiagnosisScope) -> [Subject] {
    let pods = scope.troubled.flatMap { PodSubjects.subjects(of: PodCase($0, in: scope.facts)) }
    return pods + otherSubjects(in: scope)
  }

  private static func otherSubjects(in scope: DiagnosisScope) -> [Subject] {
    ClusterSubjects.subjects(in: scope.facts).filter { scope.takes($0.reference) }
  }
}
