package import Findings
import KubernetesModel
import YAML

/// Something that kustomize writes into the resources that a kustomization names.
package enum KustomizeCompletion: Hashable, Sendable {
  /// Labels, in templates and selectors too.
  case selectors
  /// The namespace, of the subjects of bindings too.
  case namespaces
  /// The values of variables.
  case variables

  /// What a kustomization writes.
  static func all(of node: YAMLNode) -> Set<KustomizeCompletion> {
    var all: Set<KustomizeCompletion> = []
    let labels = node["labels"]?.elements.map { $0 } ?? []
    if node["commonLabels"]?.isMapping ?? false
      || labels.contains(where: { $0["includeSelectors"]?.bool ?? false })
    {
      all.insert(.selectors)
    }
    if !(node["namespace"]?.string ?? "").isEmpty { all.insert(.namespaces) }
    if node["vars"]?.isSequence ?? false { all.insert(.variables) }
    return all
  }

  /// Whether the finding objects only to what kustomize writes there before the object is applied.
  package func settles(_ finding: ReviewFinding) -> Bool {
    switch self {
    case .selectors:
      finding.field == "spec.selector" || finding.field == "spec.template.metadata.labels"
    case .variables: finding.says.contains("\"$(")
    case .namespaces: finding.field.hasPrefix("subjects[") && finding.field.hasSuffix(".namespace")
    }
  }
}
