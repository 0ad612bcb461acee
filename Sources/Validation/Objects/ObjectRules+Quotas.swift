import KubernetesModel

// As ValidateResourceQuotaSpec of pkg/apis/core/validation has it.
extension ObjectRules {
  private static let scopes: Set = [
    "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass",
    "CrossNamespacePodAffinity", "VolumeAttributesClass",
  ]
  private static let scopesWithoutValues: Set = [
    "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "CrossNamespacePodAffinity",
  ]
  private static let conflicts = [
    ["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"],
  ]

  mutating func resourceQuota(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    let hard = ResourceAmounts(spec["hard"])
    for entry in hard.entries {
      quotaName(entry)
      resourceQuantity(entry)
    }
    let resources = hard.entries.map(\.name).filter(ResourceSyntax.isStandardForQuotas)
    scopes(spec["scopes"], on: resources)
    let selector = spec["scopeSelector"]
    guard selector.isPresent else { return }
    scopes(of: selector, on: resources, with: spec["scopes"])
  }

  private mutating func quotaName(_ entry: ResourceAmounts.Entry) {
    resourceName(entry.name, at: entry.field)
    if !entry.name.contains("/"), !ResourceSyntax.isStandardForQuotas(entry.name) {
      invalid(entry.field, .text(entry.name), "must be a standard resource for quota")
    }
  }

  private mutating func scopes(_ list: Field, on resources: [String]) {
    for scope in list.texts {
      if !Self.scopes.contains(scope) { invalid(list, "unsupported scope") }
      for resource in resources where !ResourceSyntax.allowsScope(scope, on: resource) {
        invalid(list, "unsupported scope applied to resource")
      }
    }
    conflicts(among: list.texts, list, showing: list.value)
  }

  private mutating func scopes(
    of selector: Field, on resources: [String], with scopes: Field
  ) {
    let list = selector["matchExpressions"]
    for requirement in list.elements {
      let scope = requirement["scopeName"].text
      if !Self.scopes.contains(scope) {
        invalid(requirement["scopeName"].shown("scopeName", of: list), "unsupported scope")
      }
      for resource in resources where !ResourceSyntax.allowsScope(scope, on: resource) {
        invalid(list, Self.shown(list), "unsupported scope applied to resource")
      }
      scopeOperator(requirement, scope, in: list)
    }
    let texts = list.elements.map { $0["scopeName"].text }
    conflicts(among: texts, list, showing: .texts(scopes.texts))
  }

  private mutating func scopeOperator(_ requirement: Field, _ scope: String, in list: Field) {
    let comparison = requirement["operator"].shown("operator", of: list)
    let values = requirement["values"].shown("values", of: list)
    if Self.scopesWithoutValues.contains(scope), comparison.text != "Exists" {
      invalid(
        comparison,
        "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, "
          + "ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, "
          + "ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity")
    }
    switch comparison.text {
    case "In", "NotIn":
      guard values.count == 0 else { return }
      required(
        values, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")
    case "Exists", "DoesNotExist":
      guard values.count > 0 else { return }
      invalid(
        values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector")
    default: invalid(comparison, "not a valid selector operator")
    }
  }

  private mutating func conflicts(among scopes: [String], _ field: Field, showing value: BadValue) {
    for pair in Self.conflicts where pair.allSatisfy(scopes.contains) {
      invalid(field, value, "conflicting scopes")
    }
  }

  /// A scope selector as the API server prints its own type, which knows no names of fields in JSON.
  private static func shown(_ list: Field) -> BadValue {
    let requirements = list.elements.map { requirement in
      GoJSON.object([
        "ScopeName": requirement["scopeName"].jsonText,
        "Operator": requirement["operator"].jsonText,
        "Values": requirement["values"].json,
      ])
    }
    return .json(GoJSON.object(["MatchExpressions": "[\(requirements.joined(separator: ","))]"]))
  }
}
