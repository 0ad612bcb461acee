import KubernetesModel
import Provenance

/// The cluster that manifests are meant for, as a dump of it shows it.
struct ReviewCluster: Sendable {
  let snapshot: ClusterSnapshot
  /// The namespaces in which the dump holds objects of these kinds.
  private let namespacesByKind: [String: Set<String>]
  /// The namespaces of which the dump holds any pods or what pods name.
  private let covered: Set<String>

  init(_ snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    func namespaces(_ objects: [some KubernetesObject]) -> Set<String> {
      Set(objects.map(\.metadata.namespace))
    }
    namespacesByKind = [
      ConfigMap.kind: namespaces(snapshot.configMaps),
      Secret.kind: namespaces(snapshot.secrets),
      ServiceAccount.kind: namespaces(snapshot.serviceAccounts),
      PersistentVolumeClaim.kind: namespaces(snapshot.persistentVolumeClaims),
      Service.kind: namespaces(snapshot.services),
    ]
    covered = namespacesByKind.values.reduce(namespaces(snapshot.pods)) { $0.union($1) }
  }

  /// Whether the cluster has an object; absent only where the dump would hold it.
  func presence(of object: ObjectReference) -> Presence {
    if snapshot.contains(object) { return .present }
    guard snapshot.holds(kind: object.kind) else { return .unseen }
    return object.namespace.isEmpty || isComplete(object.kind, in: object.namespace)
      ? .absent : .unseen
  }

  /// The keys of a ConfigMap or Secret; nil when the dump does not hold it.
  func keys(of object: ObjectReference) -> [String]? {
    if object.kind == ConfigMap.kind {
      return snapshot.configMaps.named(object.name, in: object.namespace).map {
        Array($0.data.keys) + $0.binaryData.keys
      }
    }
    return snapshot.secrets.named(object.name, in: object.namespace).map {
      Array($0.data.keys) + $0.stringData.keys
    }
  }

  /// A dump that holds a kind from one namespace only may have been asked for no other.
  private func isComplete(_ kind: String, in namespace: String) -> Bool {
    guard let namespaces = namespacesByKind[kind] else { return false }
    return namespaces.contains(namespace) || covered.contains(namespace) && namespaces.count != 1
  }
}
