import Findings
import KubernetesModel
import RuleEngine
import Triage

/// Asks the rules about single pods and their containers, and fallbacks only where nothing surer is found.
struct PodExamination: Sendable {
  /// What the rules say about one pod.
  struct Verdicts: Sendable {
    var verdicts = RuleVerdicts()
    /// Whether fallbacks were asked, too.
    var holdsFallbacks = false
  }

  private let facts: ClusterFacts
  private let rules: RuleBook

  init(in facts: ClusterFacts, by rules: RuleBook) {
    self.facts = facts
    self.rules = rules
  }

  /// What the rules say about a pod and its containers.
  func verdicts(about pod: Pod) -> Verdicts {
    let pod = PodCase(pod, in: facts)
    let subjects = PodSubjects.subjects(of: pod)
    var verdicts = Verdicts()
    ask(subjects, of: pod, .excluded, into: &verdicts)
    if !verdicts.silenceFallbacks(without: []) {
      ask(subjects, of: pod, .only, into: &verdicts)
    }
    return verdicts
  }

  /// Asks the fallbacks that only rules silenced that have been given up on since.
  func reconsider(_ verdicts: inout Verdicts, about pod: Pod, without suspended: Set<String>) {
    guard !verdicts.holdsFallbacks, !verdicts.silenceFallbacks(without: suspended) else { return }
    let pod = PodCase(pod, in: facts)
    ask(PodSubjects.subjects(of: pod), of: pod, .only, into: &verdicts)
  }

  /// What one rule says about a pod and its containers.
  func findings(of rule: String, about pod: Pod) -> [Finding] {
    let pod = PodCase(pod, in: facts)
    let subjects = PodSubjects.subjects(of: pod)
    return told(subjects.flatMap { rules.verdicts(of: rule, about: $0).findings }, about: pod)
  }

  private func ask(
    _ subjects: [Subject], of pod: PodCase, _ fallbacks: FallbackChoice,
    into verdicts: inout Verdicts
  ) {
    var findings: [Finding] = []
    for subject in subjects {
      let part = rules.verdicts(about: subject, fallbacks: fallbacks)
      findings += part.findings
      verdicts.verdicts.faults += part.faults
    }
    verdicts.verdicts.findings += told(findings, about: pod)
    if fallbacks == .only { verdicts.holdsFallbacks = true }
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
}

extension PodExamination.Verdicts {
  /// Whether a rule that is not among `suspended` says what is wrong and is sure of it.
  fileprivate func silenceFallbacks(without suspended: Set<String>) -> Bool {
    verdicts.findings.contains { $0.silencesFallbacks && !suspended.contains($0.cause) }
  }
}
