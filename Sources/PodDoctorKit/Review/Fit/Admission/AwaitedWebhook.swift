import KubernetesModel
import Provenance

/// A webhook without which a manifest's object, or the pods that are made of it, do not come to be.
struct AwaitedWebhook: Sendable {
  var webhook: DeadWebhook
  /// What waits for it: `Deployment web`, or its pods.
  var waiting: String

  /// The webhooks that an object waits for; only told with its last manifest, and when it is new.
  static func all(
    for manifest: Manifest, _ pods: [ManifestPod], in set: ManifestSet
  ) -> [AwaitedWebhook] {
    guard !set.deadWebhooks.isEmpty, let cluster = set.cluster,
      set.manifest(of: manifest.reference).map({ set[$0].place == manifest.place }) ?? false,
      !cluster.snapshot.contains(manifest.reference)
    else { return [] }
    let name = "\(manifest.kind) \(manifest.reference.name)"
    let itself = AdmissionRequest(creating: manifest, in: set)
    let made = manifest.kind == Pod.kind ? [] : pods.map { AdmissionRequest(podOf: $0, in: set) }
    return set.deadWebhooks.compactMap { hook in
      if itself.concerns(hook) { return AwaitedWebhook(webhook: hook, waiting: name) }
      guard made.contains(where: { $0.concerns(hook) }) else { return nil }
      return AwaitedWebhook(webhook: hook, waiting: "the pods of \(name)")
    }
  }
}

/// What the API server is asked to create, as far as webhooks choose by it.
private struct AdmissionRequest {
  var group: String
  var version: String
  var resource: String
  /// Empty for what is in no namespace.
  var namespace: String
  var labels: [String: String]
  /// The labels of the namespace; nil when nobody knows them, or it has none.
  var namespaceLabels: [String: String]?

  init(creating manifest: Manifest, in set: ManifestSet) {
    let apiVersion = manifest.apiVersion
    group = manifest.group
    version = String(apiVersion.split(separator: "/").last ?? "")
    resource = Self.plural(of: manifest.kind)
    namespace = manifest.reference.namespace
    labels = manifest.object.value?.metadata.labels ?? [:]
    namespaceLabels =
      manifest.kind == Namespace.kind ? labels : set.knownLabels(ofNamespace: namespace)
  }

  init(podOf pod: ManifestPod, in set: ManifestSet) {
    (group, version, resource) = ("", "v1", "pods")
    namespace = pod.namespace
    labels = pod.labels
    namespaceLabels = set.knownLabels(ofNamespace: namespace)
  }

  func concerns(_ hook: DeadWebhook) -> Bool {
    // The API server asks no webhook about webhooks.
    guard !resource.hasSuffix("webhookconfigurations") else { return false }
    return hook.objects.matches(labels) && isIn(hook.namespaces)
      && hook.rules.contains { matches($0, orEquivalent: hook.isForEquivalents) }
  }

  private func isIn(_ namespaces: LabelMatcher) -> Bool {
    if namespaces.requirements.isEmpty { return true }
    if let namespaceLabels { return namespaces.matches(namespaceLabels) }
    return namespace.isEmpty
  }

  private func matches(_ rule: RuleWithOperations, orEquivalent: Bool) -> Bool {
    let isInScope =
      switch rule.scope {
      case "Cluster": namespace.isEmpty
      case "Namespaced": !namespace.isEmpty
      default: true
      }
    return isInScope && rule.operations.contains { $0 == "*" || $0 == "CREATE" }
      && rule.apiGroups.contains { $0 == "*" || $0 == group }
      && (orEquivalent || rule.apiVersions.contains { $0 == "*" || $0 == version })
      && rule.resources.contains { ["*", "*/*", resource, "\(resource)/*"].contains($0) }
  }

  /// The name of a kind's resource, as the API has it for all kinds of its own.
  private static func plural(of kind: String) -> String {
    let name = kind.lowercased()
    if name == "endpoints" { return name }
    if name.hasSuffix("s") { return name + "es" }
    return name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s"
  }
}

extension ManifestSet {
  /// The labels of a namespace that is known; nil for others.
  fileprivate func knownLabels(ofNamespace name: String) -> [String: String]? {
    let reference = ObjectReference(kind: Namespace.kind, namespace: "", name: name)
    guard presence(of: reference) == .present else { return nil }
    return labels(ofNamespace: name)
  }
}
