package import Findings
package import Provenance
package import YAML

extension ClusterSnapshot {
  /// Gathers objects and problems, and makes a snapshot of them.
  package struct Builder: Sendable {
    var objects: [LoadedObject] = []
    var problems: [LoadProblem] = []
    var seen = Completeness()
    /// The containers of pods that logs name.
    var logged: [ObjectReference: Set<String>] = [:]

    /// The namespace of objects that need one and do not name it.
    package let defaultNamespace: String

    package init(defaultNamespace: String = "default") {
      self.defaultNamespace = defaultNamespace
    }

    /// Makes room for so many objects, so that they need not be moved as they become more.
    package mutating func reserve(_ count: Int) {
      objects.reserveCapacity(count)
    }

    /// Adds all objects of a document.
    package mutating func add(_ document: YAMLNode, assuming kind: String? = nil) {
      add(ObjectReader(document, assuming: kind))
    }

    /// Adds what was read from a document, possibly on another thread.
    package mutating func add(_ reader: ObjectReader) {
      problems += reader.problems
      if reader.objects.first?.origin != .text { seen.kinds.formUnion(reader.kinds) }
      for object in reader.objects { add(object) }
    }

    /// Adds an object that was made by other means than reading a document.
    package mutating func add(
      _ object: some KubernetesObject, at place: Place? = nil,
      origin: LoadedObject.Origin = .document
    ) {
      add(LoadedObject(object, at: place, origin: origin))
    }

    /// Adds an object.
    package mutating func add(_ object: LoadedObject) {
      var object = object
      object.settle(in: defaultNamespace)
      if object.origin > .journal { noteSeen(object) }
      problems += object.problems
      objects.append(object)
    }

    private mutating func noteSeen(_ object: LoadedObject) {
      seen.note(object)
      let reference = object.reference
      let namespace = reference.kind == Namespace.kind ? reference.name : reference.namespace
      if !namespace.isEmpty { seen.namespaces.insert(namespace) }
    }

    /// Adds something about the dump that could not be read.
    package mutating func add(_ problem: LoadProblem) {
      problems.append(problem)
    }

    /// Notes that the dump would hold objects of this kind if there were any.
    package mutating func noteSeen(kind: String) {
      seen.kinds.insert(kind)
    }

    /// Notes that the dump speaks of a namespace.
    package mutating func noteSeen(namespace: String) {
      seen.namespaces.insert(namespace)
    }

    /// Notes that a log is that of this container, which an object may show without its name.
    package mutating func noteLog(of container: String, in pod: ObjectReference) {
      logged[pod, default: []].insert(container)
    }

    /// The snapshot; the order in which objects were added only matters where two are the same.
    package consuming func build() -> ClusterSnapshot {
      var snapshot = ClusterSnapshot()
      var problems = self.problems
      let objects = Self.namingContainers(
        Self.unique(self.objects, problems: &problems), logged)
      snapshot.seen = seen
      snapshot.problems = problems.sorted()
      snapshot.objectCount = objects.count
      snapshot.newestTimestamp = objects.compactMap(\.newestTimestamp).max()
      snapshot.take(objects)
      return snapshot
    }
  }
}

extension Completeness {
  fileprivate mutating func note(_ object: LoadedObject) {
    switch object.origin {
    case .document: kinds.insert(object.reference.kind)
    case .text: kindsOfTexts.insert(object.reference.kind)
    case .journal: break
    }
  }
}
