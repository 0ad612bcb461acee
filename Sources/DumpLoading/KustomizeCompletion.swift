package import Findings
import KubernetesModel
import Provenance
import YAML

/// Something that kustomize writes into the resources that a kustomization names.
package enum KustomizeCompletion: Hashable, Sendable {
  /// Labels, in templates and selectors too.
  case selectors
  /// The namespace, of the subjects of bindings and the Services of webhooks too.
  case namespaces
  /// The values of variables, which stand in these lines.
  case variables(Set<Int>)
  /// The values of variables that others write after kustomize, such as Flux, which stand in these lines.
  case substitutions(Set<Int>)
  /// The namespace of every object, which may have had a placeholder.
  case namespace(String)
  /// Ports of workloads' containers, as `https of web`.
  case ports(Set<String>)
  /// Keys of ConfigMaps and Secrets, by kind and name.
  case data(Set<String>)
  /// ConfigMaps and Secrets of which only the namespace is missing, by kind and name.
  case objects(Set<String>)
  /// What SOPS has encrypted, which takes its own field away again.
  case decryption

  /// Whether an object is encrypted by SOPS, which Flux or a plugin undoes.
  static func isEncrypted(_ node: YAMLNode) -> Bool { node["sops"]?["mac"] != nil }

  /// What a kustomization writes.
  static func all(of node: YAMLNode) -> Set<KustomizeCompletion> {
    var all: Set<KustomizeCompletion> = []
    let labels = node["labels"]?.elements.map { $0 } ?? []
    if node["commonLabels"]?.isMapping ?? false
      || labels.contains(where: { $0["includeSelectors"]?.bool ?? false })
    {
      all.insert(.selectors)
    }
    if let namespace = node["namespace"]?.string, !namespace.isEmpty {
      all.formUnion([.namespaces, .namespace(namespace)])
    }
    return all
  }

  /// Whether a kustomization has variables of its own.
  static func hasVariables(_ node: YAMLNode) -> Bool { node["vars"]?.isSequence ?? false }

  /// Whether the finding objects only to what kustomize writes there before the object is applied.
  package func settles(_ finding: ReviewFinding) -> Bool {
    switch self {
    case .selectors:
      finding.field == "spec.selector" || finding.field == "spec.template.metadata.labels"
    case .variables(let lines):
      finding.isAboutValue
        && (lines.contains(finding.place.line) || finding.says.contains("\"$("))
        || finding.rule == "variable-undefined"
    case .decryption: finding.isAboutEncryption
    case .substitutions(let lines):
      finding.isAboutValue
        && (lines.contains(finding.place.line) || finding.says.contains("${"))
    case .namespaces:
      finding.field.hasPrefix("subjects[") && finding.field.hasSuffix(".namespace")
        || finding.field.hasPrefix("webhooks[") && finding.field.hasSuffix(".service.name")
    case .namespace(let name): finding.hasPlaceholder(for: name)
    case .ports(let ports):
      finding.rule == "service-target-port-unmatched" && ports.contains(finding.about)
    case .data(let names):
      finding.rule == "ref-missing-secret-or-configmap" && names.contains(finding.about)
    case .objects(let names):
      finding.isAboutAbsence && names.contains(finding.about)
    }
  }
}

extension ReviewFinding {
  /// Whether it objects to what only an encrypted object has.
  fileprivate var isAboutEncryption: Bool {
    rule == "schema-invalid" && ["sops", "data"].contains { field.hasPrefix($0) }
  }

  /// Whether it holds because an object is not there, which may be anywhere else.
  fileprivate var isAboutAbsence: Bool {
    rule == "ref-missing-secret-or-configmap" && severity == .info
  }

  /// Whether it objects to a value as it is written.
  fileprivate var isAboutValue: Bool {
    ["schema-invalid", "claim-invalid", "image-reference-invalid", "label-value-invalid"]
      .contains(rule)
  }

  /// Whether it holds because the object is not in the namespace that kustomize puts all of them into.
  fileprivate func hasPlaceholder(for namespace: String) -> Bool {
    if object.kind == "Namespace" { return field == "metadata.name" }
    return rule.hasSuffix("-selects-nothing")
      && !["", "default", namespace].contains(object.namespace)
  }
}
