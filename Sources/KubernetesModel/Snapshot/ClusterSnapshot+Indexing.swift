import Provenance

extension ClusterSnapshot {
  /// Builds every index; the objects come sorted, so that what the indices hold is sorted too.
  mutating func buildIndex(of objects: [LoadedObject]) {
    index.sources.reserveCapacity(objects.count)
    for position in objects.indices {
      index.add(objects[position])
      if let metadata = objects[position].value?.metadata, !metadata.ownerReferences.isEmpty {
        index.add(owners: metadata, of: objects[position].reference)
      }
    }
    for position in pods.indices where !pods[position].spec.nodeName.isEmpty {
      index.podsByNode[pods[position].spec.nodeName, default: []].append(position)
    }
    indexEvents()
  }

  private mutating func indexEvents() {
    let times = events.map { $0.lastSeen ?? .absent }
    let order = events.indices.sorted { one, other in
      times[one] == times[other] ? one < other : times[one] < times[other]
    }
    for position in order {
      let about = events[position].involvedObject
      let reference = ObjectReference(
        kind: about.kind, namespace: about.kind == Node.kind ? "" : about.namespace,
        name: about.name)
      index.eventsByReference[reference, default: []].append(position)
      if !about.uid.isEmpty { index.eventsByUID[about.uid, default: []].append(position) }
    }
  }
}

extension SnapshotIndex {
  /// Where two groups share a kind, the one with a struct is the one that is meant.
  fileprivate mutating func add(_ object: LoadedObject) {
    guard object.value != nil || sources[object.reference] == nil else { return }
    sources[object.reference] = Source(
      node: object.node, place: object.place, origin: object.origin)
  }

  fileprivate mutating func add(owners metadata: ObjectMeta, of dependent: ObjectReference) {
    for owner in metadata.ownerReferences {
      let namespaces = dependent.namespace.isEmpty ? [""] : [dependent.namespace, ""]
      for namespace in namespaces {
        let reference = ObjectReference(
          kind: owner.kind, namespace: namespace, name: owner.name)
        dependentsByName[reference, default: []].append(
          Dependent(reference: dependent, ownerUID: owner.uid))
      }
      if !owner.uid.isEmpty { dependentsByUID[owner.uid, default: []].append(dependent) }
    }
  }
}
