import Findings
import KubernetesModel
import RuleEngine
import Triage

/// Asks the rules about pods and their containers, and fallbacks only where nothing surer is found.
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

  /// What the rules say about each of some pods and its containers; about all of them before the next rule.
  func verdicts(about pods: ArraySlice<Pod>) -> [Verdicts] {
    let pods = pods.map { PodQuestion($0, in: facts) }
    var verdicts = answers(about: pods, .excluded).map { Verdicts(verdicts: $0) }
    let unsure = pods.indices.filter { !verdicts[$0].silenceFallbacks(without: []) }
    let more = answers(about: unsure.map { pods[$0] }, .only)
    for (index, more) in zip(unsure, more) { verdicts[index].addFallbacks(more) }
    return verdicts
  }

  /// Asks the fallbacks that only rules silenced that have been given up on since.
  func reconsider(_ verdicts: inout Verdicts, about pod: Pod, without suspended: Set<String>) {
    guard !verdicts.holdsFallbacks, !verdicts.silenceFallbacks(without: suspended) else { return }
    for more in answers(about: [PodQuestion(pod, in: facts)], .only) { verdicts.addFallbacks(more) }
  }

  /// What one rule says about a pod and its containers.
  func findings(of rule: String, about pod: Pod) -> [Finding] {
    let pod = PodQuestion(pod, in: facts)
    let found = pod.subjects.flatMap { rules.verdicts(of: rule, about: $0).findings }
    return told(found, about: pod.pod)
  }

  /// A pod and what rules are asked about of it.
  private struct PodQuestion {
    let pod: PodCase
    let subjects: [Subject]

    init(_ pod: Pod, in facts: ClusterFacts) {
      self.pod = PodCase(pod, in: facts)
      subjects = PodSubjects.subjects(of: self.pod)
    }
  }

  /// What the rules say about each of the pods.
  private func answers(
    about pods: [PodQuestion], _ fallbacks: FallbackChoice
  ) -> [RuleVerdicts] {
    var parts = rules.verdicts(about: pods.flatMap(\.subjects), fallbacks: fallbacks)[...]
    return pods.map { pod in
      var verdicts = RuleVerdicts()
      for part in parts.prefix(pod.subjects.count) {
        verdicts.findings += part.findings
        verdicts.faults += part.faults
      }
      parts = parts.dropFirst(pod.subjects.count)
      verdicts.findings = told(verdicts.findings, about: pod.pod)
      return verdicts
    }
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
  /// Adds what the fallbacks say.
  fileprivate mutating func addFallbacks(_ fallbacks: RuleVerdicts) {
    verdicts.findings += fallbacks.findings
    verdicts.faults += fallbacks.faults
    holdsFallbacks = true
  }

  /// Whether a rule that is not among `suspended` says what is wrong and is sure of it.
  fileprivate func silenceFallbacks(without suspended: Set<String>) -> Bool {
    verdicts.findings.contains { $0.silencesFallbacks && !suspended.contains($0.cause) }
  }
}
