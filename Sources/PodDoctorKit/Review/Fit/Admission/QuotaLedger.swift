import KubernetesModel

/// What is left of the ResourceQuotas of a cluster while pods are made.
struct QuotaLedger: Sendable {
  /// Why a quota refuses a pod.
  struct Refusal: Sendable {
    var quota: String
    var cause: String
    var says: String
  }

  /// By namespace, each sorted by name.
  private var quotas: [String: [ResourceQuota]]

  init(_ quotas: [ResourceQuota]) {
    // What the controller has not counted yet is not known.
    let counted = quotas.filter { quota in
      quota.quotaLimits.keys.allSatisfy { quota.status.used[$0] != nil }
        || quota.status.used.isEmpty
    }
    self.quotas = Dictionary(grouping: counted, by: \.metadata.namespace)
  }

  /// Gives back what a pod that goes has used.
  mutating func remove(_ pod: Pod) {
    guard !pod.isTerminal else { return }
    charge(pod) { $0 - $1 }
  }

  /// Counts a pod, or says which quota refuses it; then nothing is counted.
  mutating func admit(_ pod: Pod) -> Refusal? {
    let usage = pod.quotaUsage
    for quota in quotas[pod.metadata.namespace] ?? [] where quota.covers(pod) {
      if let refusal = Self.refusal(of: pod, usage, by: quota) { return refusal }
    }
    charge(pod) { $0 + $1 }
    return nil
  }

  private mutating func charge(_ pod: Pod, _ change: (Quantity, Quantity) -> Quantity) {
    let usage = pod.quotaUsage
    guard var own = quotas[pod.metadata.namespace] else { return }
    for index in own.indices where own[index].covers(pod) {
      for name in own[index].quotaLimits.keys {
        guard let amount = usage[name] else { continue }
        let used = own[index].status.used[name] ?? .zero
        own[index].status.used[name] = change(used, amount)
      }
    }
    quotas[pod.metadata.namespace] = own
  }

  private static func refusal(
    of pod: Pod, _ usage: ResourceList, by quota: ResourceQuota
  ) -> Refusal? {
    let name = quota.metadata.name
    if let missing = pod.amountsMissing(for: quota.quotaLimits.keys) {
      return Refusal(quota: name, cause: "quota-must-specify-limits", says: missing)
    }
    var exceeded: [(name: String, requested: Quantity, used: Quantity, limit: Quantity)] = []
    for (resource, limit) in quota.quotaLimits {
      guard let requested = usage[resource], !requested.isZero else { continue }
      let used = quota.status.used[resource] ?? .zero
      if used + requested > limit { exceeded.append((resource, requested, used, limit)) }
    }
    guard !exceeded.isEmpty else { return nil }
    func list(_ amount: (Int) -> Quantity) -> String {
      exceeded.indices.map { "\(exceeded[$0].name)=\(amount($0))" }.joined(separator: ",")
    }
    return Refusal(
      quota: name, cause: "quota-exceeded",
      says: "requested: \(list { exceeded[$0].requested }), used: \(list { exceeded[$0].used }), "
        + "limited: \(list { exceeded[$0].limit })")
  }
}

extension ResourceQuota {
  /// What is enforced: what the controller has seen, or the wish where it has not looked yet.
  var quotaLimits: ResourceList { spec.hard.isEmpty ? status.hard : spec.hard }

  /// Whether a pod counts for the quota: it is in all of its scopes.
  fileprivate func covers(_ pod: Pod) -> Bool {
    let scopes = spec.scopes.map { scope in
      var requirement = ScopedResourceSelectorRequirement()
      requirement.scopeName = scope
      requirement.operator = "Exists"
      return requirement
    }
    return (scopes + (spec.scopeSelector?.matchExpressions ?? [])).allSatisfy(pod.isInScope)
  }
}

extension Pod {
  /// What the pod counts for in a quota, by the quota's names for resources.
  var quotaUsage: ResourceList {
    var usage = QuotaNames.usage(
      effectiveRequests(PodResourceOptions()), effectiveLimits(PodResourceOptions()))
    usage["count/pods"] = Quantity(1)
    usage["pods"] = Quantity(1)
    return usage
  }

  /// What containers have to state where a quota counts cpu or memory; nil where nothing is missing.
  fileprivate func amountsMissing(for resources: [String]) -> String? {
    let clauses = resources.filter(QuotaNames.mustBeStated.contains).sorted().compactMap {
      resource in
      let names = (spec.containers + spec.initContainers).filter { container in
        QuotaNames.usage(container.resources.requests, container.resources.limits)[resource] == nil
      }.map(\.name)
      return names.isEmpty ? nil : "\(resource) for: \(Set(names).sorted().joined(separator: ","))"
    }
    return clauses.isEmpty ? nil : "must specify \(clauses.joined(separator: "; "))"
  }

  fileprivate func isInScope(_ scope: ScopedResourceSelectorRequirement) -> Bool {
    switch scope.scopeName {
    case "Terminating": (spec.activeDeadlineSeconds ?? -1) >= 0
    case "NotTerminating": (spec.activeDeadlineSeconds ?? -1) < 0
    case "BestEffort": qualityOfService == .bestEffort
    case "NotBestEffort": qualityOfService != .bestEffort
    case "PriorityClass": isInPriority(scope)
    case "CrossNamespacePodAffinity": hasAffinityAcrossNamespaces
    default: false
    }
  }

  private func isInPriority(_ scope: ScopedResourceSelectorRequirement) -> Bool {
    let name = spec.priorityClassName
    return switch scope.operator {
    case "In": scope.values.contains(name)
    case "NotIn": !scope.values.contains(name)
    case "DoesNotExist": name.isEmpty
    default: !name.isEmpty
    }
  }

  private var hasAffinityAcrossNamespaces: Bool {
    let affinity = spec.affinity?.podAffinity
    let anti = spec.affinity?.podAntiAffinity
    let terms =
      (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [])
      + (anti?.requiredDuringSchedulingIgnoredDuringExecution ?? [])
      + (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(\.podAffinityTerm)
      + (anti?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(\.podAffinityTerm)
    return terms.contains { !$0.namespaces.isEmpty || $0.namespaceSelector != nil }
  }
}

/// The names that quotas have for amounts.
private enum QuotaNames {
  /// Each container has to state these where a quota counts them.
  static let mustBeStated: Set<String> = [
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
  ]

  static func usage(_ requests: ResourceList, _ limits: ResourceList) -> ResourceList {
    var usage = ResourceList()
    for name in ["cpu", "memory", "ephemeral-storage"] {
      usage[name] = requests[name]
      usage["requests.\(name)"] = requests[name]
      usage["limits.\(name)"] = limits[name]
    }
    for (name, amount) in requests {
      if ResourceName.isHugePages(name) { usage[name] = amount }
      if ResourceName.isHugePages(name) || ResourceName.isExtended(name) {
        usage["requests.\(name)"] = amount
      }
    }
    return usage
  }
}
