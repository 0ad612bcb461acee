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

  /// All findings, in the order of the objects they are about.
  func findings() -> [Finding] {
    Self.subjects(in: scope).flatMap(rules.findings(about:))
  }

  /// Everything in scope that rules are asked about: pods in trouble with their containers, then the rest.
  static func subjects(in scope: DiagnosisScope) -> [Subject] {
    let facts = scope.facts
    let troubled = scope.pods.filter { PodTrouble.isIn($0, at: facts.now) }
    let pods = troubled.flatMap { PodSubjects.subjects(of: PodCase($0, in: facts)) }
    return pods + ClusterSubjects.subjects(in: facts).filter { scope.takes($0.reference) }
  }
}
