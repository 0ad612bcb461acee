import Basics
import DumpLoading
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What the facts about every object of one snapshot share: the snapshot, its indexes and its present.
final class ClusterFacts: Sendable {
  let snapshot: ClusterSnapshot
  /// The present of the diagnosis; nil when nothing in the dump bears a time.
  let now: Timestamp?
  let ownership: Ownership
  let texts: TextClassifier
  let logs: LogShelf
  /// Words of the cluster, with what each means.
  var glossary: Glossary { lazyGlossary.value }
  /// The scheduler's view of the pods that wait for a node.
  let placements: PlacementBoard
  private let lazyGlossary: Once<Glossary>
  /// Where the pods of each namespace stand among all, which are sorted by namespace.
  private let podsByNamespace: [String: Stretch]
  private let servicesByNamespace: [String: [Service]]
  private let evictionEvents: Once<[Event]>
  private let lazySchedulers: Once<SchedulerActivity>
  private let namespacesWithConfigMaps: Set<String>
  private let namespacesWithSecrets: Set<String>

  /// What is known of each scheduler.
  var schedulers: SchedulerActivity { lazySchedulers.value }

  init(
    _ snapshot: ClusterSnapshot, now: Timestamp?, logs: [ContainerLog], knowledge: Knowledge
  ) {
    self.snapshot = snapshot
    self.now = now
    texts = knowledge.texts
    self.logs = LogShelf(logs, signatures: knowledge.logPatterns)
    lazyGlossary = knowledge.glossary
    placements = PlacementBoard(snapshot)
    ownership = Ownership(in: snapshot)
    podsByNamespace = Self.stretches(of: snapshot.pods)
    servicesByNamespace = Dictionary(grouping: snapshot.services, by: \.metadata.namespace)
    lazySchedulers = Once { SchedulerActivity(in: snapshot) }
    evictionEvents = Once { snapshot.events.filter { $0.reason == "TaintManagerEviction" } }
    namespacesWithConfigMaps = Self.namespaces(of: snapshot.configMaps, in: snapshot)
    namespacesWithSecrets = Self.namespaces(of: snapshot.secrets, in: snapshot)
  }

  /// The namespaces of objects that are not known from texts only: a description of one says nothing of the others.
  private static func namespaces<Object: KubernetesObject>(
    of objects: [Object], in snapshot: ClusterSnapshot
  ) -> Set<String> {
    Set(
      objects.map(\.metadata).filter {
        !snapshot.isPartial(
          ObjectReference(kind: Object.kind, namespace: $0.namespace, name: $0.name))
      }.map(\.namespace))
  }

  func pods(in namespace: String) -> ArraySlice<Pod> {
    podsByNamespace[namespace].map { snapshot.pods[$0.start..<$0.end] } ?? []
  }

  /// A range, as a type that the runtime knows how to make without a search for conformances.
  private struct Stretch {
    var start: Int
    var end: Int
  }

  private static func stretches(of pods: [Pod]) -> [String: Stretch] {
    var stretches: [String: Stretch] = [:]
    var start = 0
    for index in pods.indices {
      let namespace = pods[index].metadata.namespace
      let isLast = index + 1 == pods.count || pods[index + 1].metadata.namespace != namespace
      guard isLast else { continue }
      stretches[namespace] = Stretch(start: start, end: index + 1)
      start = index + 1
    }
    return stretches
  }

  /// Events that tell of pods evicted by taints, sought once for all pods that wait.
  var evictions: [Event] { evictionEvents.value }

  func services(in namespace: String) -> [Service] { servicesByNamespace[namespace] ?? [] }

  /// The Service, nil when the dump does not hold it.
  func service(_ name: String, in namespace: String) -> Service? {
    snapshot.services.named(name, in: namespace)
  }

  /// The events about an object, oldest first; those about an earlier object of the same name are left out.
  func events(about object: ObjectReference) -> [EventNote] {
    events(about: object, snapshot.document(of: object))
  }

  /// The events about an object whose document, where it has one, is at hand.
  func events(about object: ObjectReference, _ document: YAMLNode?) -> [EventNote] {
    let events = snapshot.events(about: object, uid: uid(of: object, document))
    guard events.count > 1 else { return events.map(EventNote.init) }
    return events.map(EventNote.init).sorted {
      ($0.last ?? Timestamp.distantPast, $0.reason)
        < ($1.last ?? Timestamp.distantPast, $1.reason)
    }
  }

  /// The id that events about an object bear; empty where they bear another or the dump does not tell.
  ///
  /// The kubelet names a node by its name, and a static pod by the hash of its manifest (kubelet/container/ref.go).
  private func uid(of object: ObjectReference, _ document: YAMLNode?) -> String {
    guard object.kind != Node.kind, let metadata = document?["metadata"],
      metadata["annotations"]?["kubernetes.io/config.mirror"] == nil
    else { return "" }
    return metadata["uid"]?.string ?? ""
  }

  /// Seconds from `time` to the present; nil when either is unknown.
  func age(of time: Timestamp?) -> Double? {
    guard let time, let now else { return nil }
    return now.seconds(since: time)
  }

  func node(named name: String) -> NodeHealth? {
    snapshot.nodes.named(name).map { NodeHealth($0, leases: snapshot.leases, at: now) }
  }

  /// The keys of a ConfigMap or Secret; nil when the dump does not hold it.
  func keys(of object: ObjectReference) -> [String]? {
    if object.kind == ConfigMap.kind {
      return snapshot.configMaps.named(object.name, in: object.namespace).map {
        Array($0.data.keys) + $0.binaryData.keys
      }
    }
    return snapshot.secrets.named(object.name, in: object.namespace).map {
      $0.data.keys + $0.stringData.keys
    }
  }

  /// Whether the dump holds ConfigMaps or Secrets of the object's namespace, so that an absent one does not exist.
  func holdsSiblings(of object: ObjectReference) -> Bool {
    let namespaces =
      object.kind == ConfigMap.kind ? namespacesWithConfigMaps : namespacesWithSecrets
    return namespaces.contains(object.namespace)
  }

  /// Whether the dump was meant to hold objects of this kind, so that an absent one does not exist.
  func holds(_ kind: String) -> Bool { snapshot.holds(kind: kind) }
}
