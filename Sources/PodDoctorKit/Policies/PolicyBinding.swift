import YAML

/// A ValidatingAdmissionPolicyBinding: where a policy counts, and what becomes of what it refuses.
struct PolicyBinding: Sendable {
  var policy: String
  var resources: ResourceMatch
  /// Whether a refusal is more than a note in the audit log.
  var isFelt: Bool

  init(reading node: YAMLNode) {
    let spec = node["spec"]
    policy = spec?["policyName"]?.text ?? ""
    resources = ResourceMatch(reading: spec?["matchResources"])
    let actions = spec?["validationActions"].map { $0.kind == .sequence ? Array($0.elements) : [] }
    isFelt = actions?.contains { $0.text != "Audit" } ?? true
  }
}
