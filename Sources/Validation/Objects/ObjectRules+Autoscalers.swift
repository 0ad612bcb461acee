import KubernetesModel

// MARK: - Autoscalers
extension ObjectRules {
  mutating func autoscaler(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    let (least, most) = (spec["minReplicas"], spec["maxReplicas"])
    if let count = least.int, count < 1 {
      invalid(least, "must be greater than or equal to 1")
    }
    let limit = most.int ?? 0
    if limit == 0 { required(most, "must be set and greater than 0") }
    if limit < 0 { invalid(most, "must be greater than or equal to 1") }
    if limit < least.int ?? 1 {
      invalid(most, .int(limit), "must be greater than or equal to `minReplicas`")
    }
    namedObject(spec["scaleTargetRef"])
    targetVersion(of: spec["scaleTargetRef"])
    for metric in spec["metrics"].elements { self.metric(metric) }
    if least.int == 0, !spec["metrics"].elements.contains(where: \.countsWithoutPods) {
      forbidden(
        spec["metrics"],
        "must specify at least one Object or External metric to support scaling to zero replicas")
    }
    for direction in ["scaleUp", "scaleDown"] { scaling(spec["behavior"][named: direction]) }
  }

  /// Refuses versions without a group, which the API server once took.
  private mutating func targetVersion(of target: Field) {
    let version = target["apiVersion"]
    guard minor >= 36, groupVersion(version), target["kind"].text != "ReplicationController"
    else { return }
    let parts = version.text.parts(at: "/")
    if parts.count < 2 || parts[0].isEmpty {
      invalid(version, "apiVersion must specify API group")
    }
  }

  /// Refuses what is no group and version; tells whether it is one.
  @discardableResult private mutating func groupVersion(_ version: Field) -> Bool {
    guard version.text.parts(at: "/").count > 2 else { return true }
    invalid(version, "unexpected GroupVersion string: \(version.text)")
    return false
  }

  private mutating func scaling(_ rules: Field) {
    guard rules.isPresent else { return }
    let window = rules["stabilizationWindowSeconds"]
    if let seconds = window.int, seconds < 0 {
      invalid(window, "must be greater than or equal to zero")
    }
    noMore(window, than: 3600)
    if rules["selectPolicy"].isPresent {
      oneOf(["Disabled", "Max", "Min"], rules["selectPolicy"])
    }
    // Where the list is missing, the API server has one of its own.
    let policies = rules["policies"]
    if policies.isPresent, policies.count == 0 {
      required(policies, "must specify at least one Policy")
    }
    for policy in policies.elements {
      oneOf(["Percent", "Pods"], policy["type"])
      for name in ["value", "periodSeconds"] where policy[named: name].int ?? 0 <= 0 {
        invalid(policy[named: name], .int(policy[named: name].int ?? 0), Wording.positive)
      }
      noMore(policy["periodSeconds"], than: 1800)
    }
    if let tolerance = rules["tolerance"].quantity, tolerance.sign < 0 {
      invalid(rules["tolerance"], .text(tolerance.description), Wording.nonNegative)
    }
  }

  private mutating func noMore(_ field: Field, than limit: Int64) {
    guard let value = field.int, value > limit else { return }
    invalid(field, "must be less than or equal to \(limit)")
  }
}

// MARK: - Metrics
extension ObjectRules {
  /// The kinds of sources, in the order in which they are looked at, with the fields that hold them.
  private static let sources: KeyValuePairs = [
    "Object": "object", "External": "external", "Pods": "pods", "Resource": "resource",
    "ContainerResource": "containerResource",
  ]

  private mutating func metric(_ metric: Field) {
    let type = metric["type"]
    let known = Self.sources.map(\.key).sorted()
    let expected = Self.sources.first { $0.key == type.text }?.value
    if type.isBlank { required(type, "must specify a metric source type") }
    if expected == nil { unsupported(type, .text(type.text), known) }
    let present = Self.sources.map(\.value).filter { metric[named: $0].isPresent }
    if let first = present.first { source(metric[named: first], named: first) }
    if let expected, !metric[named: expected].isPresent {
      required(metric[named: expected], "must populate information for the given metric source")
    }
    if expected == nil { unsupported(type, .text(type.text), known) }
    guard present.count != 1 else { return }
    for other in present where other != expected {
      forbidden(metric[named: other], "must populate the given metric source only")
    }
  }

  private mutating func source(_ source: Field, named name: String) {
    switch name {
    case "object":
      let version = source["describedObject"]["apiVersion"]
      namedObject(source["describedObject"])
      if minor >= 36 { groupVersion(version) }
    case "resource", "containerResource":
      let resource = source["name"]
      if resource.isBlank {
        required(resource, "must specify a resource name")
      } else if name == "containerResource" {
        containerResourceName(resource.text, at: resource)
      }
    default: break
    }
    if name == "containerResource" {
      if source["container"].isBlank {
        required(source["container"], "must specify a container")
      } else {
        label(source["container"])
      }
    }
    if ["object", "external", "pods"].contains(name) { identifier(source["metric"]) }
    target(source["target"])
    amounts(source["target"], of: name)
  }

  private mutating func identifier(_ metric: Field) {
    let name = metric["name"]
    if name.isBlank {
      required(name, "must specify a metric name")
    } else {
      invalid(name, NameRule.pathSegment.objections(to: name.text))
    }
  }

  private mutating func target(_ target: Field) {
    let type = target["type"]
    if type.isBlank { required(type, "must specify a metric target type") }
    if !["Utilization", "Value", "AverageValue"].contains(type.text) {
      invalid(type, .text(type.text), "must be either Utilization, Value, or AverageValue")
    }
    for name in ["value", "averageValue"] {
      guard let amount = target[named: name].quantity, amount.sign < 1 else { continue }
      invalid(target[named: name], .text(amount.description), "must be positive")
    }
    if let share = target["averageUtilization"].int, share < 1 {
      invalid(target["averageUtilization"], "must be greater than 0")
    }
  }

  /// Which of the amounts a target needs, and which exclude each other.
  private mutating func amounts(_ target: Field, of source: String) {
    let (value, average) = (target["value"], target["averageValue"])
    let share = target["averageUtilization"]
    switch source {
    case "object":
      guard !value.isPresent, !average.isPresent else { return }
      required(average, "must set either a target value or averageValue")
    case "external":
      if !value.isPresent, !average.isPresent {
        required(average, "must set either a target value for metric or a per-pod target")
      }
      if value.isPresent, average.isPresent {
        forbidden(value, "may not set both a target value for metric and a per-pod target")
      }
    case "pods":
      if !average.isPresent {
        required(average, "must specify a positive target averageValue")
      }
    default:
      if !share.isPresent, !average.isPresent {
        required(share, "must set either a target raw value or a target utilization")
      }
      if share.isPresent, average.isPresent {
        forbidden(average, "may not set both a target raw value and a target utilization")
      }
    }
  }
}

extension Field {
  /// Whether a metric can tell that pods are needed while there are none.
  fileprivate var countsWithoutPods: Bool { ["Object", "External"].contains(self["type"].text) }
}
