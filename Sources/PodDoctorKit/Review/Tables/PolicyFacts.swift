import YAML

/// What a NetworkPolicy limits.
enum PolicyFacts {
  /// The directions that a policy limits, as the API server completes them (SetDefaults_NetworkPolicy): without
  /// policyTypes what comes in, and what goes out where it has rules for that.
  static func directions(limitedBy policy: YAMLNode) -> [String] {
    let spec = policy["spec"]
    let types = (spec?["policyTypes"]?.elements.map { $0 } ?? []).compactMap(\.string)
    if !types.isEmpty { return types }
    let hasEgress = spec?["egress"]?.elements.first { _ in true } != nil
    return hasEgress ? ["Ingress", "Egress"] : ["Ingress"]
  }
}
