import Basics
import Findings
import KubernetesModel
import RuleEngine

/// Asks the rules about everything in scope that may be in trouble.
struct Examination: Sendable {
  private let scope: DiagnosisScope
  private let rules: RuleBook

  init(of scope: DiagnosisScope, by rules: RuleBook) {
    self.scope = scope
    self.rules = rules
  }

  /// All findings, in the order of the objects they are about.
  func findings() -> [Finding] {
    let facts = scope.facts
    let troubled = scope.pods.filter { PodTrouble.isIn($0, at: facts.now) }
    let aboutPods = troubled.flatMap { pod in
      PodSubjects.subjects(of: PodCase(pod, in: facts)).flatMap(rules.findings(about:))
    }
    let others = ClusterSubjects.subjects(in: facts).filter { scope.takes($0.reference) }
    return aboutPods + others.flatMap(rules.findings(about:))
  }
}
