import KubernetesModel

// As the functions of pkg/apis/core/validation, pkg/apis/scheduling/validation and
// pkg/registry/core/service have it.
extension UpdateRules {
  private static let frozen = "field is immutable when `immutable` is set"
  private static let set = "may not change once set"

  mutating func service(_ new: Service, _ old: Service) {
    let (new, old) = (new.withDefaults.spec, old.withDefaults.spec)
    guard new.type != "ExternalName", old.type != "ExternalName" else { return }
    let address = new.clusterIP.isEmpty ? new.clusterIPs.first ?? "" : new.clusterIP
    if !address.isEmpty, !old.clusterIP.isEmpty, address != old.clusterIP {
      let shown = new.clusterIPs.isEmpty ? [address] : new.clusterIPs
      refuse(
        new.clusterIP.isEmpty ? "spec.clusterIPs" : "spec.clusterIP",
        "spec.clusterIPs[0]: Invalid value: \(BadValue.texts(shown).shown ?? ""): \(Self.set)")
    }
    guard new.type == "LoadBalancer", old.type == "LoadBalancer",
      let wanted = new.loadBalancerClass, wanted != old.loadBalancerClass
    else { return }
    invalid("spec.loadBalancerClass", .text(wanted), Self.set)
  }

  mutating func configMap(_ new: ConfigMap, _ old: ConfigMap) {
    guard old.immutable == true else { return }
    thaw(new.immutable)
    let differs = new.data.contains { key, value in
      guard let known = old.data[key] else { return true }
      return known != value && !known.isMasked
    }
    if differs { forbidden("data", Self.frozen) }
    if !Set(new.binaryData.keys).isSubset(of: old.binaryData.keys) {
      forbidden("binaryData", Self.frozen)
    }
  }

  /// The values of secrets are in no dump that could be compared.
  mutating func secret(_ new: Secret, _ old: Secret) {
    immutable("type", new.type, old.type.isEmpty ? "Opaque" : old.type)
    guard old.immutable == true else { return }
    thaw(new.immutable)
    if !Set(Array(new.data.keys) + new.stringData.keys).isSubset(of: old.data.keys) {
      forbidden("data", Self.frozen)
    }
  }

  private mutating func thaw(_ immutable: Bool?) {
    if immutable == false { forbidden("immutable", Self.frozen) }
  }

  mutating func priorityClass(_ new: PriorityClass, _ old: PriorityClass) {
    if new.value != old.value { forbidden("value", "may not be changed in an update.") }
    immutable(
      "preemptionPolicy", new.preemptionPolicy, old.preemptionPolicy ?? "PreemptLowerPriority")
  }
}

extension String {
  /// Whether whoever made the dump may have put something in the place of the value.
  fileprivate var isMasked: Bool {
    contains("***") || contains("•••") || lowercased().contains("redacted")
  }
}
