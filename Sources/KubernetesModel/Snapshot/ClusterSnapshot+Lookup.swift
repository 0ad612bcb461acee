import Basics
package import Provenance
package import YAML

extension ClusterSnapshot {
  /// The document of an object; nil when there is none, and for secrets, whose values nobody may see.
  package func document(of object: ObjectReference) -> YAMLNode? {
    object.kind == Secret.kind ? nil : index.sources[object]?.document.node
  }

  /// Whether there is a document that can be had of an object; to ask for it may take reading it again.
  package func hasDocument(of object: ObjectReference) -> Bool {
    object.kind != Secret.kind && index.sources[object]?.document.isThere == true
  }

  /// Every object that the dump holds, sorted.
  package var references: [ObjectReference] { index.sources.references.withoutRepetitions }

  /// Where an object begins.
  package func place(of object: ObjectReference) -> Place? {
    index.sources[object]?.place
  }

  /// Whether the dump holds an object.
  package func contains(_ object: ObjectReference) -> Bool {
    index.sources[object] != nil
  }

  /// Whether an object is known from a text only, which does not show all of it.
  package func isPartial(_ object: ObjectReference) -> Bool {
    index.sources[object]?.origin == .text
  }

  /// Where a field of an object stands, or the nearest thing above it that is there.
  package func place(of path: FieldPath, in object: ObjectReference) -> Place? {
    guard let document = document(of: object) else { return place(of: object) }
    return Place(file: document.file, mark: document.mark(at: path))
  }

  /// The pods that are bound to a node.
  package func pods(onNode name: String) -> [Pod] {
    index.podsByNode.places(name.hashValue) { place in
      pods.indices.contains(place) && pods[place].spec.nodeName == name
    }.map { pods[$0] }
  }

  /// The events about an object, oldest first.
  ///
  /// - Parameters:
  ///   - object: the object.
  ///   - uid: its uid; events about an earlier object of the same name are then left out.
  /// - Returns: the events, without those about another object.
  package func events(about object: ObjectReference, uid: String = "") -> [Event] {
    let named = index.events.places(about: object, in: events)
    guard !uid.isEmpty else { return named.map { events[$0] } }
    let others = named.filter { events[$0].involvedObject.uid != uid }
    let nameless = others.filter { Self.isNoUID(events[$0].involvedObject.uid, of: object) }
    let all = index.events.places(aboutUID: uid, in: events) + nameless
    return all.map { events[$0] }.inOrderOfTime()
  }

  /// The objects that name an owner, sorted; those that know it by another uid are left out.
  package func dependents(of owner: ObjectReference, uid: String = "") -> [ObjectReference] {
    index.dependents.dependents(of: owner, uid: uid)
  }

  /// The services that select a pod by its labels.
  package func services(selecting pod: Pod) -> [Service] {
    services.filter { service in
      service.metadata.namespace == pod.metadata.namespace && !service.spec.selector.isEmpty
        && service.spec.selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
    }
  }

  /// Kubelet puts the node's name where the uid belongs.
  private static func isNoUID(_ uid: String, of object: ObjectReference) -> Bool {
    uid.isEmpty || (object.kind == Node.kind && uid == object.name)
  }
}

extension RandomAccessCollection where Element: KubernetesObject, Index == Int {
  /// The object of this name in objects that are sorted by namespace and name.
  package func named(_ name: String, in namespace: String = "") -> Element? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      let metadata = self[middle].metadata
      if (metadata.namespace, metadata.name) < (namespace, name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < endIndex else { return nil }
    let metadata = self[low].metadata
    return metadata.name == name && metadata.namespace == namespace ? self[low] : nil
  }
}

extension [Event] {
  /// Oldest first, and by name where the times are the same.
  func inOrderOfTime() -> [Event] {
    sorted { one, other in
      let (first, second) = (one.lastSeen ?? .absent, other.lastSeen ?? .absent)
      return first == second ? one.metadata.name < other.metadata.name : first < second
    }
  }
}

extension [ObjectReference] {
  /// Of each run of the same one.
  fileprivate var withoutRepetitions: Self {
    indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] }
  }
}
