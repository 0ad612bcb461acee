import KubernetesModel
import Provenance

/// A cluster as it is after manifests were applied and before the pods of theirs are made.
struct UpdatedCluster: Sendable {
  private(set) var snapshot: ClusterSnapshot
  /// The manifests that make pods, or more pods.
  private(set) var workloads: Set<ObjectReference> = []
  /// How many pods of the dump a workload keeps, since its template stays as it is.
  private(set) var kept: [ObjectReference: Int] = [:]
  /// The pods of the dump that go when the workload is updated.
  private(set) var outgoing: [ObjectReference: [Pod]] = [:]
  /// The workloads of the dump that get another template, so that all their pods are replaced.
  private(set) var renewed: Set<ObjectReference> = []

  init(_ cluster: ReviewCluster, applying manifests: [Manifest]) {
    snapshot = cluster.snapshot
    var objects: [any KubernetesObject] = []
    for manifest in manifests {
      guard let value = manifest.object.value, let object = applied(value, to: manifest.reference)
      else { continue }
      objects.append(object)
    }
    snapshot = snapshot.overlaid(with: objects)
    snapshot = snapshot.without(
      Set(
        outgoing.values.joined().map {
          ObjectReference(kind: Pod.kind, namespace: $0.metadata.namespace, name: $0.metadata.name)
        }))
  }

  /// The object as it is once it is applied; nil where that changes nothing that matters to pods.
  private mutating func applied(
    _ value: any KubernetesObject, to reference: ObjectReference
  ) -> (any KubernetesObject)? {
    let old = snapshot[reference]
    switch value {
    case let object as any ReplicatedWorkload: return updated(object, reference, from: old)
    case let object as DaemonSet:
      outgoing[reference] = pods(of: reference)
      let template = (old as? DaemonSet)?.withDefaults.spec.template
      if let template, object.withDefaults.spec.template.replaces(template) {
        renewed.insert(reference)
      }
      workloads.insert(reference)
    case is CronJob: workloads.insert(reference)
    case is Pod:
      // A pod that has a node keeps it.
      guard (old as? Pod)?.spec.nodeName.isEmpty ?? true else { return nil }
      workloads.insert(reference)
    case is Job:
      guard old == nil else { return nil }
      workloads.insert(reference)
    case is PersistentVolumeClaim, is PersistentVolume, is Node:
      return old == nil ? value : nil
    case let object as ResourceQuota: return object.keeping(old as? ResourceQuota)
    case let object as Namespace: return object.keeping(old as? Namespace)
    default: break
    }
    return value
  }

  /// Pods whose template stays as it is stay where they are.
  private mutating func updated<Workload: ReplicatedWorkload>(
    _ object: Workload, _ reference: ObjectReference, from old: (any KubernetesObject)?
  ) -> Workload {
    workloads.insert(reference)
    guard let old = old as? Workload else { return object }
    var object = object
    let own = pods(of: reference)
    let wanted = object.replicas ?? old.replicas ?? 1
    guard !object.withDefaults.template.replaces(old.withDefaults.template) else {
      object.replicas = wanted
      outgoing[reference] = own
      renewed.insert(reference)
      return object
    }
    let placed = own.filter {
      !$0.spec.nodeName.isEmpty && $0.metadata.deletionTimestamp == nil && !$0.isTerminal
    }
    // Those without a node are made again, so that what is asked of them is what the manifest asks.
    outgoing[reference] = own.filter { $0.spec.nodeName.isEmpty }
    kept[reference] = min(placed.count, Int(max(0, wanted)))
    object.replicas = max(0, wanted - Int32(clamping: placed.count))
    object.skip(placed.count)
    return object
  }

  /// Takes workloads out, so that no pods are made of them.
  mutating func drop(_ dropped: Set<ObjectReference>) {
    guard !dropped.isEmpty else { return }
    workloads.subtract(dropped)
    snapshot = snapshot.without(dropped)
    for workload in dropped { kept[workload] = nil }
  }

  /// The pods that a workload of the dump has made, itself or through others.
  private func pods(of workload: ObjectReference) -> [Pod] {
    snapshot.dependents(of: workload).flatMap { dependent -> [Pod] in
      switch dependent.kind {
      case Pod.kind: snapshot.pods.named(dependent.name, in: dependent.namespace).map { [$0] } ?? []
      case ReplicaSet.kind where workload.kind == Deployment.kind: pods(of: dependent)
      default: []
      }
    }
  }
}

extension PodTemplateSpec {
  /// Whether pods are made anew when this is applied in the place of another template.
  ///
  /// Annotations that it does not name stay, such as that of `kubectl rollout restart`.
  fileprivate func replaces(_ old: PodTemplateSpec) -> Bool {
    var applied = self
    applied.metadata.annotations.merge(old.metadata.annotations) { own, _ in own }
    return applied != old
  }
}

/// A workload that keeps a number of equal pods.
private protocol ReplicatedWorkload: KubernetesObject, HasDefaults {
  var replicas: Int32? { get set }
  var template: PodTemplateSpec { get }

  /// Leaves out the names of the first pods.
  mutating func skip(_ count: Int)
}

extension ReplicatedWorkload {
  fileprivate mutating func skip(_ count: Int) {}
}

extension Deployment: ReplicatedWorkload {
  fileprivate var replicas: Int32? {
    get { spec.replicas }
    set { spec.replicas = newValue }
  }
  fileprivate var template: PodTemplateSpec { spec.template }
}

extension ReplicaSet: ReplicatedWorkload {
  fileprivate var replicas: Int32? {
    get { spec.replicas }
    set { spec.replicas = newValue }
  }
  fileprivate var template: PodTemplateSpec { spec.template }
}

extension ReplicationController: ReplicatedWorkload {
  fileprivate var replicas: Int32? {
    get { spec.replicas }
    set { spec.replicas = newValue }
  }
  fileprivate var template: PodTemplateSpec { spec.template ?? PodTemplateSpec() }
}

extension StatefulSet: ReplicatedWorkload {
  fileprivate var replicas: Int32? {
    get { spec.replicas }
    set { spec.replicas = newValue }
  }
  fileprivate var template: PodTemplateSpec { spec.template }

  fileprivate mutating func skip(_ count: Int) {
    var ordinals = spec.ordinals ?? StatefulSetOrdinals()
    ordinals.start = Int32(clamping: Int(ordinals.start) + count)
    spec.ordinals = ordinals
  }
}

extension ResourceQuota {
  /// What is used stays used when a quota is changed.
  fileprivate func keeping(_ old: ResourceQuota?) -> ResourceQuota {
    var quota = self
    if let old { quota.status.used = old.status.used }
    return quota
  }
}

extension Namespace {
  /// Labels that the manifest does not name stay.
  fileprivate func keeping(_ old: Namespace?) -> Namespace {
    guard let old else { return self }
    var namespace = old
    namespace.metadata.labels.merge(metadata.labels) { $1 }
    return namespace
  }
}
