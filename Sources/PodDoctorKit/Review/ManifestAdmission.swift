import Basics
import Findings
import KubernetesModel
import Provenance
import RuleEngine

/// Holds manifests against the user's admission policies, as the API server will.
struct ManifestAdmission: Sendable {
  private let set: ManifestSet
  private let policies: PolicySet

  init(of set: ManifestSet, by policies: PolicySet) {
    self.set = set
    self.policies = policies
  }

  /// All findings, in the order of the input.
  func findings() -> [ReviewFinding] {
    guard !policies.isEmpty else { return [] }
    let namespaces = Dictionary(
      set.manifests.filter { $0.kind == Namespace.kind }.map { ($0.reference.name, $0.node) }
    ) { _, last in last }
    var texts = CommonTexts()
    return set.manifests.flatMap { manifest in
      let subject = Subject(
        kind: "Manifest", reference: manifest.reference, origin: manifest.origin,
        variables: FactObject([:]))
      let object = PolicyObject(reference: manifest.reference, node: manifest.node)
      let findings = policies.findings(
        about: object, namespace: namespaces[manifest.reference.namespace], denial: .error)
      return ReviewFinding.findings(
        findings, about: subject, Indirect(manifest.reference), sharing: &texts)
    }
  }
}
