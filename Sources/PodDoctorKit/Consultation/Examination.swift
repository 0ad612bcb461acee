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
  /// Of so many pods in trouble the rest is found before another processor is awake.
  private static let fewPods = 500
  /// How many faults are kept; a rule that cannot be evaluated mostly fails about every object.
  private static let mostFaults = 100

  /// All findings, in the order of the objects they are about, and what could not be evaluated.
  ///
  /// A rule that was given up on is left out everywhere, because where it was depends on the order of the subjects.
  func verdicts() -> RuleVerdicts {
    let pods = scope.troubled
    let examination = PodExamination(in: scope.facts, by: rules)
    var (others, aboutPods) = concurrently(
      when: pods.count > Self.fewPods, { [scope] in Self.otherSubjects(in: scope) },
      {
        pods.stretches(of: Self.chunk).concurrentMap { examination.verdicts(about: pods[$0]) }
          .flatMap { $0 }
      })
    let aboutOthers = others.stretches(of: Self.chunk).concurrentMap { [others] stretch in
      let others = Array(others[stretch])
      return zip(others, rules.verdicts(about: others)).map { subject, verdicts in
        var verdicts = verdicts
        verdicts.findings = told(verdicts.findings, about: subject)
        return verdicts
      }
    }.flatMap { $0 }
    var suspended = Set(rules.suspended)
    if !suspended.isEmpty {
      for index in pods.indices {
        examination.reconsider(&aboutPods[index], about: pods[index], without: suspended)
      }
      suspended = Set(rules.suspended)
    }
    var verdicts = RuleVerdicts()
    for part in aboutPods { verdicts.add(part.verdicts, without: suspended) }
    for part in aboutOthers { verdicts.add(part, without: suspended) }
    verdicts.faults =
      suspended.sorted().map(RuleFault.init(givenUpOn:))
      + verdicts.faults.sorted().prefix(Self.mostFaults)
    return verdicts
  }

  /// What one rule says about everything in scope.
  func findings(of rule: String) -> [Finding] {
    let examination = PodExamination(in: scope.facts, by: rules)
    let aboutPods = scope.troubled.flatMap { examination.findings(of: rule, about: $0) }
    let aboutOthers = Self.otherSubjects(in: scope).flatMap { subject in
      told(rules.verdicts(of: rule, about: subject).findings, about: subject)
    }
    return aboutPods + aboutOthers
  }

  /// Findings about an object with remedies that are ready to use.
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

extension RuleVerdicts {
  /// Adds those of others, but for what suspended rules say.
  fileprivate mutating func add(_ others: RuleVerdicts, without suspended: Set<String>) {
    if suspended.isEmpty {
      findings += others.findings
      faults += others.faults
    } else {
      findings += others.findings.filter { !suspended.contains($0.cause) }
      faults += others.faults.filter { !suspended.contains($0.rule) }
    }
  }
}
