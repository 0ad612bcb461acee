import KubernetesModel

// As the functions of pkg/apis/scheduling/validation and pkg/apis/storage/validation have it.
extension ObjectRules {
  private static let highestPriority: Int64 = 1_000_000_000
  /// The classes that the API server makes itself.
  private static let systemPriorities: [String: Int64] = [
    "system-node-critical": 2_000_001_000, "system-cluster-critical": 2_000_000_000,
  ]

  mutating func priorityClass(_ object: Field) {
    let meta = object["metadata"]
    metadata(meta, .subdomain, isNamespaced: false)
    let value = object["value"]
    if meta["name"].text.hasPrefix("system-") {
      systemPriority(meta["name"], value.int ?? 0, isDefault: object["globalDefault"].isTrue)
    } else if value.int ?? 0 > Self.highestPriority {
      forbidden(
        value, "maximum allowed value of a user defined priority is \(Self.highestPriority)")
    }
    oneOf(
      ["PreemptLowerPriority", "Never"], object["preemptionPolicy"],
      ifAbsent: "PreemptLowerPriority")
  }

  private mutating func systemPriority(_ name: Field, _ value: Int64, isDefault: Bool) {
    let reason: String
    switch Self.systemPriorities[name.text] {
    case nil: reason = "\(name.text) is not a known system priority class"
    case let known? where known != value:
      reason = "value of \(name.text) PriorityClass must be \(known)"
    default:
      guard isDefault else { return }
      reason = "globalDefault of \(name.text) PriorityClass must be false"
    }
    forbidden(
      name,
      "priority class names with 'system-' prefix are reserved for system use only. error: "
        + reason)
  }

  mutating func storageClass(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let (provisioner, parameters) = (object["provisioner"], object["parameters"])
    if provisioner.isBlank {
      required(provisioner)
    } else {
      invalid(provisioner, Syntax.qualifiedName(provisioner.text.lowercased()))
    }
    for (key, _) in parameters.entries where key.isEmpty {
      invalid(parameters, .text(""), "field can not be empty.")
    }
    oneOf(["Delete", "Retain"], object["reclaimPolicy"], default: "Delete")
    oneOf(
      ["Immediate", "WaitForFirstConsumer"], object["volumeBindingMode"], ifAbsent: "Immediate")
    allowedTopologies(object["allowedTopologies"])
  }

  private mutating func allowedTopologies(_ list: Field) {
    // Upstream holds each term against as many empty ones as there are terms, besides those before it.
    var earlier = [[String: Set<String>]](repeating: [:], count: list.count)
    for term in list.elements {
      let topology = self.topology(term["matchLabelExpressions"])
      for other in earlier where other == topology {
        duplicate(term["matchLabelExpressions"], .text(""))
      }
      earlier.append(topology)
    }
  }

  /// The values that a term allows for each label.
  private mutating func topology(_ expressions: Field) -> [String: Set<String>] {
    var topology: [String: Set<String>] = [:]
    for expression in expressions.elements {
      var values: Set<String> = []
      if expression["values"].count == 0 { required(expression["values"]) }
      for value in expression["values"].elements where !values.insert(value.text).inserted {
        duplicate(value)
      }
      let key = expression["key"]
      labelName(key)
      if topology[key.text] != nil { duplicate(key) }
      topology[key.text] = values
    }
    return topology
  }

  // As ValidateRuntimeClass of pkg/apis/node/validation has it.
  mutating func runtimeClass(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let handler = object["handler"]
    if handler.isBlank { required(handler) } else { label(handler) }
    let overhead = object["overhead"]
    if overhead.isPresent {
      let limits = ResourceAmounts(overhead["podFixed"].shown(as: overhead["limits"]))
      resources(overhead, limits: limits, requests: ResourceAmounts(), of: .container)
    }
    let scheduling = object["scheduling"]
    labels(scheduling["nodeSelector"])
    tolerations(scheduling["tolerations"])
  }
}
