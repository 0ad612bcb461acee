import Basics
import Findings
import KubernetesModel
import Provenance
import YAML

/// Holds the objects of a dump against the user's admission policies.
struct PolicyExamination: Sendable {
  private let policies: PolicySet
  private let scope: DiagnosisScope

  init(of scope: DiagnosisScope, by policies: PolicySet) {
    self.scope = scope
    self.policies = policies
  }

  /// How many objects are worth handing to another processor.
  private static let chunk = 64

  /// What the policies have against the chosen objects, by the owners that people know them by.
  func findings() -> [Finding] {
    guard !policies.isEmpty else { return [] }
    let snapshot = scope.facts.snapshot
    let objects = snapshot.policyObjects.filter { takes($0.reference) }
    let findings = objects.concurrentMap(chunkSize: Self.chunk) { object in
      let name = object.reference.namespace
      let namespace =
        name.isEmpty ? nil : snapshot.document(of: .init(kind: Namespace.kind, name: name))
      return policies.findings(about: object, namespace: namespace, denial: .warning)
    }
    return findings.flatMap(\.self).map(known(byOwner:)) + policies.obstacles
  }

  private func takes(_ object: ObjectReference) -> Bool {
    object.kind == Pod.kind ? scope.podNames.contains(object) : scope.takes(object)
  }

  private func known(byOwner finding: Finding) -> Finding {
    let ownership = scope.facts.ownership
    let pod =
      finding.object.kind == Pod.kind
      ? scope.facts.snapshot.pods.named(finding.object.name, in: finding.object.namespace) : nil
    let owner = pod.map(ownership.workload(of:)) ?? ownership.topmost(above: finding.object)
    guard owner != finding.object else { return finding }
    var finding = finding
    finding.object = owner
    finding.affected.owner = owner
    return finding
  }
}
