import Findings
import KubernetesModel
import Provenance
import YAML

/// The metadata of everything that lives in a namespace.
enum HeldObjects {
  /// Every object of the namespace with its metadata, events left out.
  static func all(
    in snapshot: ClusterSnapshot, namespace: String
  ) -> [(ObjectReference, ObjectMeta)] {
    func those<Kind: KubernetesObject>(_ objects: [Kind]) -> [(ObjectReference, ObjectMeta)] {
      objects.filter { $0.metadata.namespace == namespace }.map {
        (
          ObjectReference(kind: Kind.kind, namespace: namespace, name: $0.metadata.name),
          $0.metadata
        )
      }
    }
    return those(snapshot.pods) + those(snapshot.persistentVolumeClaims)
      + those(snapshot.configMaps) + those(snapshot.secrets) + those(snapshot.services)
      + those(snapshot.serviceAccounts) + those(snapshot.deployments)
      + those(snapshot.replicaSets) + those(snapshot.statefulSets) + those(snapshot.daemonSets)
      + those(snapshot.jobs) + those(snapshot.cronJobs) + those(snapshot.networkPolicies)
      + those(snapshot.podDisruptionBudgets) + unknown(in: snapshot, namespace: namespace)
  }

  private static func unknown(
    in snapshot: ClusterSnapshot, namespace: String
  ) -> [(ObjectReference, ObjectMeta)] {
    snapshot.others.compactMap { node in
      guard let kind = node["kind"]?.string, let fields = node["metadata"] else { return nil }
      var ignored: [LoadProblem] = []
      let metadata = ObjectMeta(decoding: fields, problems: &ignored)
      guard metadata.namespace == namespace else { return nil }
      return (
        ObjectReference(kind: kind, namespace: namespace, name: metadata.name), metadata
      )
    }
  }
}
