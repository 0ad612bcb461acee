import CEL
import KubernetesModel
import RuleEngine
import Validation

/// What rules can ask of what the API server would refuse to change of an object that the cluster has.
enum UpdateRefusalFacts {
  private static let table = FactTable<UpdateRefusal>([
    "says": { .string($0.message) },
    "field": { .string($0.field) },
  ])

  /// Nothing without a cluster, and only told with the last manifest of an object.
  static func all(of manifest: Manifest, numbered number: Int?, in set: ManifestSet) -> Value {
    guard let cluster = set.cluster, number == set.manifest(of: manifest.reference) else {
      return .facts([])
    }
    return .facts(cluster.updateRefusals(of: manifest).map { FactObject($0, table) })
  }
}

extension ReviewCluster {
  fileprivate func updateRefusals(of manifest: Manifest) -> [UpdateRefusal] {
    let validation = UpdateValidation(against: snapshot)
    guard let value = manifest.object.value else {
      return validation.refusals(of: manifest.node, at: manifest.reference)
    }
    return validation.refusals(of: value, at: manifest.reference)
  }
}
