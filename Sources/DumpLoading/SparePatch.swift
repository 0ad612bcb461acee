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
  var isOfWorkload: Bool { isWorkload && (node["spec"]?["selector"] == nil || !namesImages) }

  /// Whether it says all that a workload has to say.
  var isWholeWorkload: Bool { isWorkload && !isOfWorkload }

  private var isWorkload: Bool {
    node["apiVersion"]?.string == "apps/v1" && Self.workloads.contains(kind)
  }

  /// Whether it can be nothing but a patch, whatever else is there.
  var isPlain: Bool {
    if isWorkload, node["spec"]?["selector"] == nil { return !namesImage }
    if kind == "CustomResourceDefinition" { return node["spec"]?["group"] == nil }
    return Self.others.contains(kind)
      && node.entries.allSatisfy { ["apiVersion", "kind", "metadata"].contains($0.key) }
  }

  private var namesImage: Bool { containers.contains { $0["image"] != nil } }
  private var namesImages: Bool { containers.allSatisfy { $0["image"] != nil } }

  private var containers: [YAMLNode] {
    let list = node["spec"]?["template"]?["spec"]?["containers"]
    return list?.elements.map { $0 } ?? []
  }
}
