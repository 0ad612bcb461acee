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

  /// All findings, in the order of the objects they are about.
  ///
  /// A rule that was given up on is left out everywhere, because where it was depends on the order of the subjects.
  func findings() -> [Finding] {
    let aboutPods = scope.troubled.concurrentMap(chunkSize: Self.chunk) { findings(about: $0) }
    let aboutOthers = Self.otherSubjects(in: scope).concurrentMap(chunkSize: Self.chunk) {
      rules.findings(about: $0)
    }
    let suspended = Set(rules.suspended)
    return (aboutPods + aboutOthers).flatMap(\.self).filter { !suspended.contains($0.cause) }
  }

  /// The findings about a pod and its containers, which people know by the pod's owner.
  private func findings(about pod: Pod) -> [Finding] {
    let pod = PodCase(pod, in: scope.facts)
    let findings = PodSubjects.subjects(of: pod).flatMap(rules.findings(about:))
    let isPending = findings.contains { $0.playbook == .pending }
    let remedies = isPending ? SimulatedRemedies.remedies(for: pod) : []
    return findings.map { finding in
      var finding = finding
      if pod.workload != pod.reference { finding.affected.owner = pod.workload }
      if finding.playbook == .pending { finding.remedies += remedies }
      return finding
    }
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
