import YAML

/// An object in the folder of a kustomization that no kustomization names: it may be a patch that is not in use.
struct SparePatch {
  private static let workloads: Set<String> = ["Deployment", "StatefulSet", "DaemonSet"]
  /// Kinds of which an object without a single field is never one that somebody applies.
  private static let others: Set<String> = [
    "Ingress", "Job", "CronJob", "MutatingWebhookConfiguration", "Service",
    "ValidatingWebhookConfiguration",
  ]

  private let node: YAMLNode
  private let kind: String

  init(_ node: YAMLNode) {
    self.node = node
    kind = node["kind"]?.string ?? ""
  }

  /// Whether it lacks what a workload has to say and a patch of one does not.
  var isOfWorkload: Bool {
    node["apiVersion"]?.string == "apps/v1" && Self.workloads.contains(kind)
      && node["spec"]?["selector"] == nil
  }

  /// Whether it can be nothing but a patch, whatever else is there.
  var isPlain: Bool {
    if isOfWorkload { return !namesImage }
    if kind == "CustomResourceDefinition" { return node["spec"]?["group"] == nil }
    return Self.others.contains(kind)
      && node.entries.allSatisfy { ["apiVersion", "kind", "metadata"].contains($0.key) }
  }

  private var namesImage: Bool {
    let containers = node["spec"]?["template"]?["spec"]?["containers"]
    return (containers?.elements.map { $0 } ?? []).contains { $0["image"] != nil }
  }
}
