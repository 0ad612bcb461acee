package import Provenance
import YAML

extension ClusterSnapshot {
  /// The objects of a kind, sorted by namespace and name.
  package func objects<Object: KubernetesObject>(of type: Object.Type) -> [Object] {
    self[keyPath: type.snapshotArray]
  }

  /// The typed object that a reference names; nil when the dump lacks it or its kind has no struct.
  package subscript(reference: ObjectReference) -> (any KubernetesObject)? {
    guard let type = KindTable.type(kind: reference.kind) else { return nil }
    return object(reference, as: type)
  }

  private func object<Object: KubernetesObject>(
    _ reference: ObjectReference, as type: Object.Type
  ) -> Object? {
    objects(of: type).named(reference.name, in: reference.namespace)
  }

  /// Sorts the objects, which come sorted by kind, namespace and name, into their arrays.
  mutating func fill(from objects: [LoadedObject]) {
    for run in objects.chunkedByKind() {
      if let type = KindTable.type(kind: run[run.startIndex].reference.kind) {
        fill(type, from: run)
      }
      others += run.filter { $0.value == nil }.compactMap(\.node)
    }
  }

  private mutating func fill<Object: KubernetesObject>(
    _ type: Object.Type, from run: ArraySlice<LoadedObject>
  ) {
    var objects: [Object] = []
    objects.reserveCapacity(run.count)
    for loaded in run {
      if let object = loaded.value as? Object { objects.append(object) }
    }
    self[keyPath: type.snapshotArray] = objects
  }
}

extension [LoadedObject] {
  /// Runs of objects of the same kind.
  fileprivate func chunkedByKind() -> [ArraySlice<LoadedObject>] {
    var runs: [ArraySlice<LoadedObject>] = []
    var start = startIndex
    for index in indices where self[index].reference.kind != self[start].reference.kind {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
