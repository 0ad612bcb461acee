import CEL
import Provenance
import RuleEngine
import YAML

/// What roles under review allow, and which objects of access control a cluster has by itself.
enum AccessFacts {
  /// The rules of a role, or of the role that a binding names, as far as they name groups, resources and verbs.
  static func grants(of base: ManifestFacts.Base) -> Value {
    let role = base.role.map { base.manifests.manifests[$0] } ?? base.manifest
    let origin = Origin(role.reference, root: role.node)
    let rules = (role.node["rules"]?.elements.map { $0 } ?? []).filter { rule in
      ["apiGroups", "resources", "verbs"].allSatisfy { rule[$0]?.isSequence == true }
    }
    return .list(rules.map { Value(document: $0, of: origin) })
  }

  /// Whether the name is one that Kubernetes, or GKE beside it, gives to a role or binding of its own.
  static func comesWithCluster(_ object: ObjectReference) -> Bool {
    if ownPrefixes.contains(where: object.name.hasPrefix) || object.name == "cluster-admin" {
      return true
    }
    return object.kind == "ClusterRole" && ["admin", "edit"].contains(object.name)
  }

  private static let ownPrefixes = ["system:", "gce:"]
}
