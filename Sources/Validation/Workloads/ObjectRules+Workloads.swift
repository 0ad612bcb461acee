// MARK: - Pod templates of controllers
extension ObjectRules {
  /// The template of a controller whose pods always run again.
  fileprivate mutating func lastingTemplate(_ template: Field, kind: String) {
    podTemplate(template)
    lasting(template, kind: kind)
  }

  private mutating func lasting(_ template: Field, kind: String) {
    let (policy, deadline) = (
      template["spec"]["restartPolicy"], template["spec"]["activeDeadlineSeconds"]
    )
    oneOf(["Always"], policy, default: "Always")
    if deadline.isPresent {
      forbidden(deadline, "activeDeadlineSeconds in \(kind) is not Supported")
    }
  }

  fileprivate mutating func labels(of template: Field, selectedBy selector: Field) {
    guard !selector.isEmptySelector, !selector.isPlainlyMet(by: template["metadata"]["labels"]),
      !selector.selects(template.templateLabels ?? [:])
    else { return }
    mismatch(template, template.templateLabels)
  }

  mutating func mismatch(_ template: Field, _ labels: [String: String]?) {
    invalid(
      template["metadata"]["labels"], .map(labels),
      "`selector` does not match template `labels`")
  }

  /// Reads a selector that must not be empty, and says whether it can be used.
  fileprivate mutating func selector(
    _ selector: Field, of kind: String, isRequired: Bool = true
  ) -> Bool {
    if !selector.isPresent {
      if isRequired { required(selector) }
      return true
    }
    let count = errors.count
    labelSelector(selector)
    let isUsable = errors.count == count
    if selector.isEmptySelector {
      invalid(selector, .json("{}"), "empty selector is invalid for \(kind)")
    }
    return isUsable
  }
}

// MARK: - Deployments and replica sets
extension ObjectRules {
  mutating func deployment(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    nonNegative(spec["replicas"])
    replicatedTemplate(spec)
    deploymentStrategy(spec["strategy"])
    nonNegative(spec["minReadySeconds"])
    nonNegative(spec["revisionHistoryLimit"])
    let deadline = spec["progressDeadlineSeconds"]
    nonNegative(deadline)
    let ready = spec["minReadySeconds"].int ?? 0
    let seconds = deadline.int ?? 600
    if seconds <= ready {
      invalid(deadline, .int(seconds), "must be greater than minReadySeconds")
    }
  }

  mutating func replicaSet(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    nonNegative(spec["replicas"])
    nonNegative(spec["minReadySeconds"])
    replicatedTemplate(spec)
  }

  private mutating func replicatedTemplate(_ spec: Field) {
    let (selector, template) = (spec["selector"], spec["template"])
    guard self.selector(selector, of: "deployment") else {
      return invalid(selector, .json(selector.selectorJSON()), "invalid label selector")
    }
    labels(of: template, selectedBy: selector)
    lastingTemplate(template, kind: "ReplicaSet")
  }

  private mutating func deploymentStrategy(_ strategy: Field) {
    let rolling = strategy["rollingUpdate"]
    switch strategy["type"].text(or: "RollingUpdate") {
    case "Recreate":
      if rolling.isPresent {
        forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'")
      }
    case "RollingUpdate":
      let (unavailable, surge) = (rolling["maxUnavailable"], rolling["maxSurge"])
      countOrPercent(unavailable)
      countOrPercent(surge)
      if unavailable.amount(or: 25) == 0, surge.amount(or: 25) == 0 {
        invalid(unavailable, "may not be 0 when `maxSurge` is 0")
      }
      noMoreThanAll(unavailable)
    default:
      unsupported(
        strategy, .json(strategy.internalStrategy(unset: "0")), ["Recreate", "RollingUpdate"])
    }
  }
}

extension Field {
  /// A strategy of updates in the API server's internal form.
  fileprivate func internalStrategy(unset: String) -> String {
    let rolling = self["rollingUpdate"]
    let counts = GoJSON.object([
      "MaxUnavailable": rolling["maxUnavailable"].json(or: unset),
      "MaxSurge": rolling["maxSurge"].json(or: unset),
    ])
    return GoJSON.object([
      "Type": self["type"].jsonText, "RollingUpdate": rolling.isPresent ? counts : "null",
    ])
  }

  fileprivate var internalPartition: String {
    GoJSON.object([
      "Partition": self["partition"].json(or: "0"), "MaxUnavailable": "null",
    ])
  }
}

// MARK: - Daemon sets
extension ObjectRules {
  mutating func daemonSet(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    let (selector, template) = (spec["selector"], spec["template"])
    let count = errors.count
    labelSelector(selector)
    if errors.count == count, !selector.selects(template.templateLabels ?? [:]) {
      mismatch(template, template.templateLabels)
    }
    if selector.isEmptySelector {
      invalid(selector, .json("{}"), "empty selector is invalid for daemonset")
    }
    lastingTemplate(template, kind: "DaemonSet")
    nonNegative(spec["minReadySeconds"])
    nonNegative(spec["templateGeneration"])
    daemonStrategy(spec["updateStrategy"])
    nonNegative(spec["revisionHistoryLimit"])
  }

  private mutating func daemonStrategy(_ strategy: Field) {
    let rolling = strategy["rollingUpdate"]
    switch strategy["type"].text(or: "RollingUpdate") {
    case "OnDelete": break
    case "RollingUpdate":
      let (unavailable, surge) = (rolling["maxUnavailable"], rolling["maxSurge"])
      countOrPercent(unavailable)
      countOrPercent(surge)
      noMoreThanAll(unavailable)
      noMoreThanAll(surge)
      let (mayMiss, mayExceed) = (unavailable.amount(or: 1) != 0, surge.amount(or: 0) != 0)
      if mayMiss, mayExceed {
        invalid(surge, "may not be set when maxUnavailable is non-zero")
      } else if !mayMiss, !mayExceed {
        required(unavailable, "cannot be 0 when maxSurge is 0")
      }
    default:
      unsupported(
        strategy, .json(strategy.internalStrategy(unset: "0")), ["RollingUpdate", "OnDelete"])
    }
  }
}

// MARK: - Stateful sets
extension ObjectRules {
  mutating func statefulSet(_ object: Field) {
    metadata(object["metadata"], .label)
    let spec = object["spec"]
    let policy = spec["podManagementPolicy"]
    if !["", "OrderedReady", "Parallel"].contains(policy.text) {
      invalid(policy, "must be 'OrderedReady' or 'Parallel'")
    }
    statefulStrategy(spec["updateStrategy"], of: spec)
    let retention = spec["persistentVolumeClaimRetentionPolicy"]
    for name in ["whenDeleted", "whenScaled"] {
      oneOf(["Retain", "Delete"], retention[named: name], default: "Retain")
    }
    let claims = Array(spec["volumeClaimTemplates"].elements)
    for claim in claims { claimSpec(claim["spec"]) }
    nonNegative(spec["replicas"])
    nonNegative(spec["minReadySeconds"])
    nonNegative(spec["ordinals"]["start"])
    if !spec["serviceName"].isBlank { label(spec["serviceName"]) }
    let (selector, template) = (spec["selector"], spec["template"])
    if self.selector(selector, of: "statefulset") {
      labels(of: template, selectedBy: selector)
      statefulTemplate(template, claims: claims)
    } else {
      invalid(selector, .json(selector.selectorJSON()), "")
    }
    lasting(template, kind: "StatefulSet")
  }

  /// The template of a stateful set, some of which upstream looks at twice.
  private mutating func statefulTemplate(_ template: Field, claims: [Field]) {
    podTemplate(template, claims: claims)
    templateMetadata(template)
  }

  private mutating func statefulStrategy(_ strategy: Field, of spec: Field) {
    let rolling = strategy["rollingUpdate"]
    switch strategy["type"].text(or: "RollingUpdate") {
    case "OnDelete":
      guard rolling.isPresent else { return }
      invalid(
        rolling, .json(rolling.internalPartition),
        "only allowed for updateStrategy 'RollingUpdate'")
    case "RollingUpdate": nonNegative(rolling["partition"])
    default:
      let internalForm = GoJSON.object([
        "Type": strategy["type"].jsonText,
        "RollingUpdate": rolling.isPresent ? rolling.internalPartition : "null",
      ])
      invalid(strategy, .json(internalForm), "must be 'RollingUpdate' or 'OnDelete'")
    }
  }
}

// MARK: - Replication controllers
extension ObjectRules {
  mutating func replicationController(_ object: Field) {
    let (spec, template) = (object["spec"], object["spec"]["template"])
    metadata(object["metadata"], .longName, defaultingTo: template)
    nonNegative(spec["minReadySeconds"])
    let labels = template.templateLabels ?? [:]
    let selector = spec["selector"].count > 0 ? spec["selector"].map : labels
    if selector.isEmpty { required(spec["selector"]) }
    nonNegative(spec["replicas"])
    guard template.isPresent else { return required(template) }
    if !selector.allSatisfy({ labels[$0.key] == $0.value }) {
      mismatch(template, template.templateLabels)
    }
    lastingTemplate(template, kind: "ReplicationController")
  }
}
