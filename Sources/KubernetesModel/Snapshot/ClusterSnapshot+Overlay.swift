package import Provenance

extension ClusterSnapshot {
  /// The snapshot with objects added, or put in the place of those of the same name.
  ///
  /// Of several with one name the last counts. Places and documents are still those of the dump.
  package func overlaid(with objects: [any KubernetesObject]) -> ClusterSnapshot {
    var snapshot = self
    let byKind = Dictionary(grouping: objects) { type(of: $0).kind }
    for objects in byKind.values {
      if let first = objects.first { snapshot.put(objects, like: first) }
    }
    return snapshot
  }

  private mutating func put<Object: KubernetesObject>(
    _ objects: [any KubernetesObject], like _: Object
  ) {
    var named: [ObjectReference: Object] = [:]
    for case let object as Object in objects { named[Self.reference(to: object)] = object }
    let others = self[keyPath: Object.snapshotArray].filter {
      named[Self.reference(to: $0)] == nil
    }
    self[keyPath: Object.snapshotArray] = (others + Array(named.values)).sorted {
      ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name)
    }
  }

  /// The snapshot without some objects.
  package func without(_ objects: Set<ObjectReference>) -> ClusterSnapshot {
    var snapshot = self
    for (kind, objects) in Dictionary(grouping: objects, by: \.kind) {
      guard let type = KindTable.type(kind: kind) else { continue }
      snapshot.remove(Set(objects), of: type)
    }
    return snapshot
  }

  private mutating func remove<Object: KubernetesObject>(
    _ objects: Set<ObjectReference>, of type: Object.Type
  ) {
    self[keyPath: type.snapshotArray].removeAll { objects.contains(Self.reference(to: $0)) }
  }

  private static func reference(to object: some KubernetesObject) -> ObjectReference {
    ObjectReference(
      kind: type(of: object).kind, namespace: object.metadata.namespace, name: object.metadata.name)
  }
}
