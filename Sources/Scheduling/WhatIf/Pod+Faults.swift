import KubernetesModel

extension Pod {
  /// What the API server would refuse of that which the scheduler goes by.
  var faults: [SpecFault] {
    requestFaults + tolerationFaults + nodeAffinityFaults + podAffinityFaults + spreadFaults
  }

  private var requestFaults: [SpecFault] {
    Self.requestFaults(of: spec.containers, "containers")
      + Self.requestFaults(of: spec.initContainers, "initContainers")
  }

  private static func requestFaults(of list: [Container], _ name: String) -> [SpecFault] {
    var faults: [SpecFault] = []
    for index in list.indices {
      for (resource, amount) in list[index].resources.requests where amount.sign < 0 {
        faults.append(
          SpecFault(
            "spec.\(name)[\(index)].resources.requests[\(resource)]",
            "a request cannot be negative (\(amount)); the pod is left out"))
      }
    }
    return faults
  }

  private var tolerationFaults: [SpecFault] {
    let tolerations = spec.tolerations
    return tolerations.indices.filter { !tolerations[$0].hasKnownOperator }.map { index in
      SpecFault(
        "spec.tolerations[\(index)].operator",
        "\"\(tolerations[index].operator)\" is no operator of tolerations; the pod is left out")
    }
  }

  private var nodeAffinityFaults: [SpecFault] {
    guard let affinity = spec.affinity?.nodeAffinity,
      let required = affinity.requiredDuringSchedulingIgnoredDuringExecution
    else { return [] }
    let path = "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
    let known = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"]
    return required.nodeSelectorTerms.enumerated().flatMap { term, value in
      value.matchExpressions.enumerated().compactMap { index, requirement in
        guard !known.contains(requirement.operator) else { return nil }
        return SpecFault(
          "\(path).nodeSelectorTerms[\(term)].matchExpressions[\(index)].operator",
          "\"\(requirement.operator)\" is no operator of node selectors; the pod is left out")
      }
    }
  }

  private var podAffinityFaults: [SpecFault] {
    Self.faults(
      of: spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution, "podAffinity")
      + Self.faults(
        of: spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution,
        "podAntiAffinity")
  }

  private static func faults(of terms: [PodAffinityTerm]?, _ name: String) -> [SpecFault] {
    (terms ?? []).enumerated().flatMap { index, term in
      let path = "spec.affinity.\(name).requiredDuringSchedulingIgnoredDuringExecution[\(index)]"
      return emptyKey(term.topologyKey, path)
        + (term.labelSelector?.faults(at: "\(path).labelSelector") ?? [])
    }
  }

  private var spreadFaults: [SpecFault] {
    spec.topologySpreadConstraints.enumerated().flatMap { index, constraint in
      let path = "spec.topologySpreadConstraints[\(index)]"
      var faults = Self.emptyKey(constraint.topologyKey, path)
      if constraint.maxSkew <= 0 {
        faults.append(
          SpecFault("\(path).maxSkew", "maxSkew must be at least 1; the pod is left out"))
      }
      if !["DoNotSchedule", "ScheduleAnyway"].contains(constraint.whenUnsatisfiable) {
        faults.append(
          SpecFault(
            "\(path).whenUnsatisfiable",
            "\"\(constraint.whenUnsatisfiable)\" is neither DoNotSchedule nor ScheduleAnyway; "
              + "the pod is left out"))
      }
      return faults + (constraint.labelSelector?.faults(at: "\(path).labelSelector") ?? [])
    }
  }

  private static func emptyKey(_ key: String, _ path: String) -> [SpecFault] {
    guard key.isEmpty else { return [] }
    return [
      SpecFault("\(path).topologyKey", "the topology key is empty; the pod is left out")
    ]
  }
}

extension Toleration {
  fileprivate var hasKnownOperator: Bool {
    switch `operator` {
    case "", "Equal", "Exists", "Lt", "Gt": true
    default: false
    }
  }
}

extension LabelSelector {
  fileprivate func faults(at path: String) -> [SpecFault] {
    matchExpressions.enumerated().compactMap { index, requirement in
      guard !["In", "NotIn", "Exists", "DoesNotExist"].contains(requirement.operator) else {
        return nil
      }
      return SpecFault(
        "\(path).matchExpressions[\(index)].operator",
        "\"\(requirement.operator)\" is no operator of label selectors; the pod is left out")
    }
  }
}
