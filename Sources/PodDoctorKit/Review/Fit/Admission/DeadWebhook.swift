import KubernetesModel
import Provenance

/// A webhook that has to agree and cannot be called, since nothing stands behind its Service.
struct DeadWebhook: Sendable {
  var name: String
  var configuration: ObjectReference
  var rules: [RuleWithOperations]
  var isForEquivalents: Bool
  var namespaces: LabelMatcher
  var objects: LabelMatcher
  /// Why it cannot be called, in the API server's words.
  var failure: String

  /// All of a cluster but those that the manifests bring back.
  static func all(
    in cluster: ReviewCluster, besides pods: [ManifestPod], _ manifests: [Manifest]
  ) -> [DeadWebhook] {
    let snapshot = cluster.snapshot
    let validating = snapshot.validatingWebhookConfigurations.flatMap { configuration in
      configuration.webhooks.compactMap { $0.strict(of: configuration.metadata.name) }
    }
    let mutating = snapshot.mutatingWebhookConfigurations.flatMap { configuration in
      configuration.webhooks.compactMap { $0.strict(of: configuration.metadata.name) }
    }
    return (mutating + validating).compactMap { hook, target in
      guard let failure = cluster.failure(of: target, besides: pods, manifests) else { return nil }
      var hook = hook
      hook.failure = failure
      return hook
    }
  }

  fileprivate init?(
    _ name: String, _ configuration: ObjectReference, _ rules: [RuleWithOperations],
    matchPolicy: String?, _ namespaces: LabelSelector?, _ objects: LabelSelector?
  ) {
    guard let namespaces = try? LabelMatcher(namespaces ?? LabelSelector()),
      let objects = try? LabelMatcher(objects ?? LabelSelector())
    else { return nil }
    self.name = name
    self.configuration = configuration
    self.rules = rules
    self.namespaces = namespaces
    self.objects = objects
    isForEquivalents = matchPolicy != "Exact"
    failure = ""
  }
}

extension ValidatingWebhook {
  /// The webhook with its Service, where it has to agree whatever the object says.
  fileprivate func strict(of configuration: String) -> (DeadWebhook, ServiceReference)? {
    guard failurePolicy ?? "Fail" == "Fail", matchConditions.isEmpty,
      let service = clientConfig.service,
      let hook = DeadWebhook(
        name, ObjectReference(kind: ValidatingWebhookConfiguration.kind, name: configuration),
        rules, matchPolicy: matchPolicy, namespaceSelector, objectSelector)
    else { return nil }
    return (hook, service)
  }
}

extension MutatingWebhook {
  /// The webhook with its Service, where it has to agree whatever the object says.
  fileprivate func strict(of configuration: String) -> (DeadWebhook, ServiceReference)? {
    guard failurePolicy ?? "Fail" == "Fail", matchConditions.isEmpty,
      let service = clientConfig.service,
      let hook = DeadWebhook(
        name, ObjectReference(kind: MutatingWebhookConfiguration.kind, name: configuration),
        rules, matchPolicy: matchPolicy, namespaceSelector, objectSelector)
    else { return nil }
    return (hook, service)
  }
}

extension ReviewCluster {
  /// Why the API server cannot call a Service; nil where it may, or where the dump does not tell.
  fileprivate func failure(
    of target: ServiceReference, besides pods: [ManifestPod], _ manifests: [Manifest]
  ) -> String? {
    let reference = ObjectReference(
      kind: Service.kind, namespace: target.namespace, name: target.name)
    guard !manifests.contains(where: { $0.reference == reference }) else { return nil }
    switch presence(of: reference) {
    case .absent: return "service \"\(target.name)\" not found"
    case .unseen: return nil
    case .present: break
    }
    guard let service = snapshot.services.named(target.name, in: target.namespace),
      service.spec.type != "ExternalName",
      !pods.contains(where: { $0.namespace == target.namespace && service.selects($0.labels) }),
      isWithoutEndpoints(service)
    else { return nil }
    return "no endpoints available for service \"\(target.name)\""
  }

  private func isWithoutEndpoints(_ service: Service) -> Bool {
    let (name, namespace) = (service.metadata.name, service.metadata.namespace)
    let slices = snapshot.endpointSlices.filter {
      $0.metadata.namespace == namespace
        && $0.metadata.labels["kubernetes.io/service-name"] == name
    }
    if !slices.isEmpty {
      return !slices.contains { $0.endpoints.contains { $0.conditions.ready ?? true } }
    }
    if let endpoints = snapshot.endpoints.named(name, in: namespace) {
      return endpoints.subsets.allSatisfy(\.addresses.isEmpty)
    }
    let pods = snapshot.pods.filter { $0.metadata.namespace == namespace }
    guard !pods.isEmpty, !service.spec.selector.isEmpty else { return false }
    return !pods.contains { service.selects($0.metadata.labels) && $0.isReady }
  }
}

extension Service {
  fileprivate func selects(_ labels: [String: String]) -> Bool {
    !spec.selector.isEmpty && spec.selector.allSatisfy { labels[$0.key] == $0.value }
  }
}
