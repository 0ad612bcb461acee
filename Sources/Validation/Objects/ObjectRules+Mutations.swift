import KubernetesModel

// As validateMutatingAdmissionPolicySpec and its like of pkg/apis/admissionregistration/validation have it, but for what
// expressions build.
extension ObjectRules {
  private static let changing = ["*", "CONNECT", "CREATE", "UPDATE"]
  private static let patches = ["ApplyConfiguration", "JSONPatch"]

  mutating func mutatingPolicy(_ object: Field) {
    policyHead(object)
    let spec = object["spec"]
    changingOperations(of: spec["matchConstraints"])
    _ = scope(of: spec, in: .mutation)
    if spec["mutations"].count == 0 {
      required(spec["mutations"], "mutations must contain at least one item")
    }
    for mutation in spec["mutations"].elements { self.mutation(mutation) }
    let again = spec["reinvocationPolicy"]
    if again.isBlank { required(again) } else { oneOf(["Never", "IfNeeded"], again) }
  }

  mutating func mutatingBinding(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    let name = spec["policyName"]
    if name.isBlank { required(name) } else { subdomain(name) }
    parameterReference(spec["paramRef"])
    guard spec["matchResources"].isPresent else { return }
    matchResources(spec["matchResources"])
    changingOperations(of: spec["matchResources"])
  }

  /// Nothing is left to change where an object is deleted; upstream names no rule.
  private mutating func changingOperations(of resources: Field) {
    let place = resources["resourceRules"]["operations"]
    for rule in resources["resourceRules"].elements {
      for operation in rule["operations"].elements where !Self.changing.contains(operation.text) {
        unsupported(operation.shown(as: place), Self.changing)
      }
    }
  }

  private mutating func mutation(_ mutation: Field) {
    let type = mutation["patchType"]
    switch type.text {
    case "": required(type)
    case "JSONPatch": patch(mutation["jsonPatch"], not: mutation["applyConfiguration"], type)
    case "ApplyConfiguration":
      patch(mutation["applyConfiguration"], not: mutation["jsonPatch"], type)
    default: unsupported(type, Self.patches)
    }
  }

  private mutating func patch(_ wanted: Field, not other: Field, _ type: Field) {
    if !wanted.isPresent {
      required(wanted, "must be specified when patchType is \(type.text)")
    } else if wanted["expression"].text.trimmingSpaces.isEmpty {
      required(wanted["expression"])
    }
    if other.isPresent {
      let name = type.text == "JSONPatch" ? "applyConfiguration" : "jsonPatch"
      invalid(
        other, .text("{\(name)}"), "must not be specified when patchType is \(type.text)")
    }
  }
}
