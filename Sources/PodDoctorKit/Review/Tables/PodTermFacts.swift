import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a term that selects pods, besides the fields of its document.
enum PodTermFacts {
  /// A term with the set in which it looks for pods.
  struct Base: Sendable {
    var term: PodTerm
    var manifests: ManifestSet
    var isRequired = true
    /// The pod whose term it is; nil for a network policy's.
    var pod: TemplateCase?
    /// Where the term stands: the field of a template, or of the policy.
    var field: String
  }

  private static let table = FactTable<Base>([
    "required": { .bool($0.isRequired) },
    "selectsItself": { base in .bool(base.pod.map(base.term.selects) ?? false) },
    "selects": { base in
      .facts(
        base.term.pods(in: base.manifests).map {
          TemplateFacts.object(TemplateCase($0, in: base.manifests))
        })
    },
    "mayReachElsewhere": { .bool($0.term.namespaces.isOpen) },
    "field": { .string($0.field) },
  ])

  /// The spread constraints of a pod.
  static func spread(of pod: TemplateCase) -> [FactObject] {
    pod.pod.spec.topologySpreadConstraints.enumerated().map { index, constraint in
      object(
        PodTerm(constraint, of: pod), isRequired: constraint.whenUnsatisfiable == "DoNotSchedule",
        pod, at: "spec.topologySpreadConstraints[\(index)]")
    }
  }

  /// The terms of a pod that keep it near others.
  static func affinity(of pod: TemplateCase) -> [FactObject] {
    let affinity = pod.pod.spec.affinity?.podAffinity
    return terms(
      required: affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [],
      preferred: affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [], pod,
      at: "spec.affinity.podAffinity")
  }

  /// The terms of a pod that keep it away from others.
  static func antiAffinity(of pod: TemplateCase) -> [FactObject] {
    let affinity = pod.pod.spec.affinity?.podAntiAffinity
    return terms(
      required: affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [],
      preferred: affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [], pod,
      at: "spec.affinity.podAntiAffinity")
  }

  /// Whom a network policy allows traffic with by labels; none for a manifest of another kind.
  static func peers(of policy: Manifest, in manifests: ManifestSet) -> [FactObject] {
    guard let spec = (policy.object.value as? NetworkPolicy)?.spec else { return [] }
    let sources = spec.ingress.enumerated().flatMap { rule, ingress in
      ingress.from.enumerated().map { ("spec.ingress[\(rule)].from[\($0)]", $1) }
    }
    let targets = spec.egress.enumerated().flatMap { rule, egress in
      egress.to.enumerated().map { ("spec.egress[\(rule)].to[\($0)]", $1) }
    }
    return (sources + targets).compactMap { field, peer in
      guard let term = PodTerm(peer, of: policy) else { return nil }
      let path = FieldPath(parsing: field)
      return FactObject(
        Base(term: term, manifests: manifests, field: field), table,
        origin: Origin(
          policy.reference, root: policy.node, node: policy.node.node(at: path), path: path))
    }
  }

  private static func terms(
    required: [PodAffinityTerm], preferred: [WeightedPodAffinityTerm], _ pod: TemplateCase,
    at path: String
  ) -> [FactObject] {
    required.enumerated().map { index, term in
      object(
        PodTerm(term, of: pod), isRequired: true, pod,
        at: "\(path).requiredDuringSchedulingIgnoredDuringExecution[\(index)]")
    }
      + preferred.enumerated().map { index, term in
        object(
          PodTerm(term.podAffinityTerm, of: pod), isRequired: false, pod,
          at: "\(path).preferredDuringSchedulingIgnoredDuringExecution[\(index)].podAffinityTerm")
      }
  }

  private static func object(
    _ term: PodTerm, isRequired: Bool, _ pod: TemplateCase, at field: String
  ) -> FactObject {
    FactObject(
      Base(term: term, manifests: pod.manifests, isRequired: isRequired, pod: pod, field: field),
      table, origin: pod.origin.part(at: field))
  }
}
