import Basics
import DumpLoading
import Findings
import KubernetesModel
import Provenance

/// All manifests under review, and how they refer to each other.
final class ManifestSet: Sendable {
  /// In the order of the input.
  let manifests: [Manifest]
  /// The pods that the manifests describe, in the same order.
  let pods: [ManifestPod]
  /// The pods by their labels.
  let podIndex: PodLabelIndex
  let services: PodSelection
  let budgets: PodSelection
  let policies: PodSelection
  /// The custom kinds of which operators may make pods.
  let operatedKinds: OperatedKinds
  let monitoredServices: MonitoredServices
  private let numbers: [ObjectReference: Int]
  /// The numbers of the objects that several manifests describe.
  private let doubles: [ObjectReference: [Int]]
  /// The autoscalers of each workload.
  private let autoscalers: [ObjectReference: [Int]]
  private let podsByWorkload: [ObjectReference: [Int]]
  private let containerDefaults: [String: ContainerDefaults]
  /// Kinds of which the set holds all that there will be.
  private let completeKinds: Set<String>
  /// The minor version of Kubernetes 1 that the manifests are meant for.
  let kubernetesMinor: Int
  /// The cluster that the manifests are meant for, where a dump of it is given.
  let cluster: ReviewCluster?
  /// The webhooks of that cluster that nobody answers for.
  let deadWebhooks: [DeadWebhook]
  /// How the pods of each workload get on in that cluster.
  private let fits: [ObjectReference: WorkloadFit]

  init(
    _ loaded: LoadedManifests, _ options: ReviewOptions, cluster: ReviewCluster? = nil
  ) {
    let paths = TemplatePaths(adding: options.templatePaths)
    let manifests = loaded.objects.concurrentMap(chunkSize: Self.chunk) {
      Self.manifest($0, paths, options)
    }.compactMap { $0 }
    let pods = manifests.indices.concurrentMap(chunkSize: Self.chunk) {
      paths.pods(of: manifests[$0], numbered: $0)
    }.flatMap { $0 }
    let index = PodLabelIndex(pods)
    let selectors = ManifestSelectors(of: manifests)
    self.manifests = manifests
    self.pods = pods
    podIndex = index
    let built = BuiltPods(pods, by: loaded.builds)
    services = PodSelection(of: selectors.services, among: index) { number, pods in
      built?.built(with: manifests[number].place.file, among: pods) ?? pods
    }
    // What covers pods may come from another build: a missing one is told only where there is none at all.
    budgets = PodSelection(of: selectors.budgets, among: index)
    policies = PodSelection(of: selectors.policies, among: index)
    autoscalers = selectors.autoscalers
    operatedKinds = OperatedKinds(manifests)
    monitoredServices = MonitoredServices(manifests)
    numbers = Dictionary(
      manifests.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { $1 })
    doubles =
      numbers.count == manifests.count
      ? [:]
      : Dictionary(grouping: manifests.indices, by: { manifests[$0].reference })
        .filter { $1.count > 1 }
    podsByWorkload = Dictionary(grouping: pods.indices, by: { pods[$0].workload.reference })
    let ranges = manifests.compactMap { $0.object.value as? LimitRange }
    containerDefaults = (ranges + (cluster?.snapshot.limitRanges ?? [])).reduce(into: [:]) {
      $0[$1.metadata.namespace, default: ContainerDefaults()].add($1)
    }
    self.cluster = cluster
    deadWebhooks = cluster.map { DeadWebhook.all(in: $0, besides: pods, manifests) } ?? []
    fits = cluster.map { ClusterFit(of: manifests, in: $0).result() } ?? [:]
    completeKinds = options.completeKinds
    kubernetesMinor = options.kubernetesMinor
  }

  /// How many manifests are worth handing to another processor.
  private static let chunk = 256

  /// The manifest with the namespace that it is applied to.
  private static func manifest(
    _ object: LoadedObject, _ paths: TemplatePaths, _ options: ReviewOptions
  ) -> Manifest? {
    var object = object
    object.settle(in: options.namespace)
    guard var manifest = Manifest(object) else { return nil }
    manifest.makesPods = paths.makesPods(manifest)
    // The API server takes a namespace away from what is in none.
    if manifest.isOfClusterKind { manifest.object.reference.namespace = "" }
    let isNamespaced =
      KindTable.type(kind: manifest.kind)?.isNamespaced
      ?? (manifest.isOfNamespacedKind || manifest.makesPods)
    if manifest.reference.namespace.isEmpty, object.value == nil, isNamespaced {
      manifest.object.reference.namespace = options.namespace
    }
    return manifest
  }

  subscript(number: Int) -> Manifest { manifests[number] }

  /// The manifest of an object; the last one where there are several.
  func manifest(of object: ObjectReference) -> Int? { numbers[object] }

  /// All manifests of an object: folders may hold several, of which one is applied.
  func manifests(of object: ObjectReference) -> [Int] {
    doubles[object] ?? numbers[object].map { [$0] } ?? []
  }

  /// The manifests, of which those of one object count once.
  func distinct(_ numbers: [Int]) -> [Int] {
    guard numbers.count > 1, !doubles.isEmpty else { return numbers }
    var seen: Set<ObjectReference> = []
    return numbers.filter { seen.insert(manifests[$0].reference).inserted }
  }

  /// The autoscalers that scale an object.
  func autoscalers(of object: ObjectReference) -> [Int] { autoscalers[object] ?? [] }

  /// The pods that manifests of this object describe.
  func pods(of workload: ObjectReference) -> [Int] { podsByWorkload[workload] ?? [] }

  /// The labels of a namespace: those of its manifest, and the one that every namespace has.
  func labels(ofNamespace name: String) -> [String: String] {
    let reference = ObjectReference(kind: Namespace.kind, namespace: "", name: name)
    let manifest = numbers[reference].map { manifests[$0].object.value }
    var labels = cluster?.snapshot.namespaces.named(name)?.metadata.labels ?? [:]
    labels.merge((manifest as? Namespace)?.metadata.labels ?? [:]) { $1 }
    labels["kubernetes.io/metadata.name"] = name
    return labels
  }

  /// What containers in a namespace get that state no requests or limits.
  func containerDefaults(in namespace: String) -> ContainerDefaults {
    containerDefaults[namespace] ?? ContainerDefaults()
  }

  /// How the pods of a workload get on in the cluster; nil without a cluster, and where it makes none.
  func fit(of workload: ObjectReference) -> WorkloadFit? { fits[workload] }

  /// Whether an object is in the set or the cluster; `unseen` where it may be elsewhere.
  func presence(of object: ObjectReference) -> Presence {
    if numbers[object] != nil { return .present }
    if let found = cluster?.presence(of: object), found != .unseen { return found }
    return completeKinds.contains(object.kind) ? .absent : .unseen
  }
}

/// What is known of an object that something refers to.
enum Presence: String, Sendable {
  case present
  /// It is not there, and nothing else will make it.
  case absent
  /// It is not among the manifests, which may not be all.
  case unseen
}
