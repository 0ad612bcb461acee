package import KubernetesModel
package import Provenance
import YAML

/// Adds the pods that controllers would make of manifests: workloads without status and pods.
package struct WorkloadExpansion {
  /// How many pods one workload becomes at the most.
  private static let limit = 100_000

  private let snapshot: ClusterSnapshot
  private let replicas: ReplicaChoice
  private let admission: PodAdmission
  private let claimAdmission: ClaimAdmission
  /// What has made something already; asked for only where something may be a manifest.
  private lazy var controllers = Set(
    snapshot.pods.compactMap { $0.metadata.controller }
      + snapshot.replicaSets.compactMap(\.metadata.controller)
      + snapshot.jobs.compactMap(\.metadata.controller))
  private let manifests: Set<ObjectReference>
  private var result: ExpandedSnapshot
  private var pods: [Pod] = []
  private var claims: [PersistentVolumeClaim] = []
  private var volumes: [PersistentVolume] = []
  private var replicaSets: [ReplicaSet] = []

  /// - Parameters:
  ///   - snapshot: the cluster.
  ///   - replicas: how many pods the manifests become.
  ///   - manifests: objects that are manifests even where the cluster has older ones of the same name.
  package init(
    of snapshot: ClusterSnapshot, replicas: ReplicaChoice = ReplicaChoice(),
    manifests: Set<ObjectReference> = []
  ) {
    self.manifests = manifests
    self.snapshot = snapshot
    self.replicas = replicas
    admission = PodAdmission(in: snapshot)
    claimAdmission = ClaimAdmission(in: snapshot)
    result = ExpandedSnapshot(snapshot: snapshot)
  }

  /// The snapshot with everything that would be made.
  package consuming func expanded() -> ExpandedSnapshot {
    for deployment in snapshot.deployments { expand(deployment) }
    for object in snapshot.replicaSets where object.metadata.controller == nil { expand(object) }
    for object in snapshot.replicationControllers { expand(object) }
    for object in snapshot.statefulSets { expand(object) }
    for object in snapshot.daemonSets { expand(object) }
    for object in snapshot.jobs where object.metadata.controller == nil {
      expand(object.withDefaults, from: Self.reference(object), prefix: "spec.template.")
    }
    for object in snapshot.cronJobs { expand(object) }
    return finish()
  }

  private static func reference(_ object: some KubernetesObject) -> ObjectReference {
    ObjectReference(
      kind: type(of: object).kind, namespace: object.metadata.namespace, name: object.metadata.name)
  }

  /// Whether the object comes from a manifest: nothing has acted on it yet.
  private mutating func isManifest(_ object: some KubernetesObject) -> Bool {
    let isUntouched = object.metadata.uid.isEmpty && object.metadata.creationTimestamp == nil
    guard isUntouched || !manifests.isEmpty else { return false }
    let reference = Self.reference(object)
    if manifests.contains(reference) { return true }
    return isUntouched && !controllers.contains(reference)
      && (snapshot.document(of: reference).map { $0["status"] == nil } ?? true)
  }

  private mutating func expand(_ object: Deployment) {
    guard isManifest(object), !object.spec.paused else { return }
    let deployment = object.withDefaults
    let hash = "manifest"
    var set = ReplicaSet()
    set.metadata = deployment.metadata
    set.metadata.name += "-\(hash)"
    set.metadata.ownerReferences = [.init(controller: "apps/v1", deployment)]
    set.spec.selector = deployment.spec.selector
    set.spec.selector?.matchLabels["pod-template-hash"] = hash
    replicaSets.append(set)
    var template = deployment.spec.template
    template.metadata.labels["pod-template-hash"] = hash
    make(
      deployment.spec.replicas, of: template, ownedBy: .init(controller: "apps/v1", set),
      from: Self.reference(object), named: set.metadata.name)
  }

  private mutating func expand(_ object: ReplicaSet) {
    guard isManifest(object) else { return }
    let set = object.withDefaults
    make(
      set.spec.replicas, of: set.spec.template, ownedBy: .init(controller: "apps/v1", set),
      from: Self.reference(object), named: set.metadata.name)
  }

  private mutating func expand(_ object: ReplicationController) {
    guard isManifest(object), let template = object.withDefaults.spec.template else { return }
    make(
      object.withDefaults.spec.replicas, of: template, ownedBy: .init(controller: "v1", object),
      from: Self.reference(object), named: object.metadata.name)
  }

  private mutating func expand(_ object: StatefulSet) {
    guard isManifest(object) else { return }
    let set = object.withDefaults
    let reference = Self.reference(object)
    let start = Int(set.spec.ordinals?.start ?? 0)
    for ordinal in 0..<count(set.spec.replicas, for: reference) {
      let name = "\(set.metadata.name)-\(start + ordinal)"
      var template = set.spec.template
      template.metadata.labels["statefulset.kubernetes.io/pod-name"] = name
      template.metadata.labels["apps.kubernetes.io/pod-index"] = String(start + ordinal)
      for (index, claim) in set.spec.volumeClaimTemplates.enumerated() {
        addClaim(claim, of: name, to: &template, from: reference, index: index)
      }
      add(template, named: name, ownedBy: .init(controller: "apps/v1", set), from: reference)
    }
  }

  private mutating func addClaim(
    _ claim: PersistentVolumeClaim, of pod: String, to template: inout PodTemplateSpec,
    from workload: ObjectReference, index: Int
  ) {
    var (claim, volume, source) = (claim, Volume(), PersistentVolumeClaimVolumeSource())
    volume.name = claim.metadata.name
    claim.metadata.name += "-\(pod)"
    claim.metadata.namespace = workload.namespace
    source.claimName = claim.metadata.name
    volume.persistentVolumeClaim = source
    template.spec.volumes.removeAll { $0.name == volume.name }
    template.spec.volumes.append(volume)
    let reference = Self.reference(claim)
    guard !snapshot.contains(reference) else { return }
    result.origins[reference] = PodOrigin(workload, prefix: "spec.volumeClaimTemplates[\(index)].")
    claims.append(claim)
  }

  private mutating func expand(_ object: DaemonSet) {
    guard isManifest(object) else { return }
    let set = object.withDefaults
    let reference = Self.reference(object)
    for node in snapshot.nodes {
      var template = set.spec.template
      template.spec.addDaemonTolerations()
      guard template.spec.canRunDaemon(on: node) else { continue }
      template.spec.pin(to: node.metadata.name)
      add(
        template, named: "\(set.metadata.name)-\(node.metadata.name)",
        ownedBy: .init(controller: "apps/v1", set), from: reference)
    }
  }

  private mutating func expand(_ job: Job, from origin: ObjectReference, prefix: String) {
    guard isManifest(job), job.spec.suspend != true else { return }
    let parallel = Int(job.spec.parallelism ?? 1)
    let wanted = min(parallel, job.spec.completions.map(Int.init) ?? parallel)
    var template = job.spec.template
    for key in ["batch.kubernetes.io/job-name", "job-name"] {
      template.metadata.labels[key] = job.metadata.name
    }
    make(
      Int32(clamping: wanted), of: template, ownedBy: .init(controller: "batch/v1", job),
      from: origin, named: job.metadata.name, prefix: prefix)
  }

  /// One run of the job.
  private mutating func expand(_ object: CronJob) {
    guard isManifest(object), object.spec.suspend != true else { return }
    var job = Job()
    job.metadata = object.spec.jobTemplate.metadata
    job.metadata.name = "\(object.metadata.name)-next"
    job.metadata.namespace = object.metadata.namespace
    job.spec = object.spec.jobTemplate.spec
    expand(
      job.withDefaults, from: Self.reference(object), prefix: "spec.jobTemplate.spec.template.")
  }
}

extension WorkloadExpansion {
  private func count(_ replicas: Int32?, for workload: ObjectReference) -> Int {
    max(0, min(Self.limit, self.replicas.count(for: workload) ?? Int(replicas ?? 1)))
  }

  private mutating func make(
    _ replicas: Int32?, of template: PodTemplateSpec, ownedBy owner: OwnerReference,
    from workload: ObjectReference, named name: String, prefix: String = "spec.template."
  ) {
    if let replicas, Int(replicas) > Self.limit { result.curtailed.append(workload) }
    for number in 0..<count(replicas, for: workload) {
      add(
        template, named: "\(name)-\(number + 1)", ownedBy: owner, from: workload, prefix: prefix)
    }
  }

  private mutating func add(
    _ template: PodTemplateSpec, named name: String, ownedBy owner: OwnerReference,
    from workload: ObjectReference, prefix: String = "spec.template."
  ) {
    var pod = Pod()
    pod.metadata = template.metadata
    pod.metadata.name = name
    pod.metadata.namespace = workload.namespace
    pod.metadata.ownerReferences = [owner]
    pod.spec = template.spec
    pod.metadata.uid = "\(workload.namespace)/\(name)"
    let reference = Self.reference(pod)
    guard !snapshot.contains(reference) || manifests.contains(workload) else { return }
    result.origins[reference] = PodOrigin(workload, prefix: prefix)
    append(pod)
  }

  /// Imagined pods are younger than all others, and keep their order.
  private mutating func append(_ pod: Pod) {
    var pod = admission.admit(pod)
    var time = snapshot.newestTimestamp ?? Timestamp(seconds: 0)
    time.nanoseconds = Int32(clamping: Int(time.nanoseconds) + pods.count + 1)
    pod.metadata.creationTimestamp = time
    addEphemeralClaims(of: pod)
    pods.append(pod)
  }

  /// The claims that the controller makes for generic ephemeral volumes.
  private mutating func addEphemeralClaims(of pod: Pod) {
    for volume in pod.spec.volumes {
      guard let template = volume.ephemeral?.volumeClaimTemplate else { continue }
      var claim = PersistentVolumeClaim()
      claim.metadata.name = "\(pod.metadata.name)-\(volume.name)"
      claim.metadata.namespace = pod.metadata.namespace
      claim.metadata.ownerReferences = [.init(controller: "v1", pod)]
      claim.spec = template.spec
      if !snapshot.contains(Self.reference(claim)) { claims.append(claim) }
    }
  }

  /// Pods and claims that are manifests themselves are completed in place.
  private mutating func finish() -> ExpandedSnapshot {
    let known = snapshot.pods
    let bare = candidates(among: known).filter { isManifest(known[$0]) }
    for index in bare.reversed() where known[index].spec.nodeName.isEmpty {
      addCopies(of: known[index])
    }
    var volumeClaims = snapshot.persistentVolumeClaims.map { claim in
      isManifest(claim) ? admitted(claim) : claim
    }
    volumeClaims += claims.map { admitted($0) }
    if !bare.isEmpty || !pods.isEmpty {
      result.snapshot[keyPath: Pod.snapshotArray] = (completed(known, bare) + pods).inOrder
    }
    result.snapshot[keyPath: PersistentVolumeClaim.snapshotArray] = volumeClaims.inOrder
    if !volumes.isEmpty {
      result.snapshot[keyPath: PersistentVolume.snapshotArray] =
        (snapshot.persistentVolumes + volumes).inOrder
    }
    if !replicaSets.isEmpty {
      result.snapshot[keyPath: ReplicaSet.snapshotArray] =
        (snapshot.replicaSets + replicaSets).inOrder
    }
    result.snapshot[keyPath: Node.snapshotArray] = snapshot.nodes.map(\.withDefaults)
    return result
  }

  /// The places of the pods that may be manifests: mostly none of thousands.
  private func candidates(among pods: [Pod]) -> [Int] {
    guard manifests.isEmpty else { return Array(pods.indices) }
    var candidates: [Int] = []
    let pods = pods.span
    for index in pods.indices
    where pods[index].metadata.uid.isEmpty && pods[index].metadata.creationTimestamp == nil {
      candidates.append(index)
    }
    return candidates
  }

  /// The pods of the cluster, with those of the bare ones that have a node as they would be let in.
  ///
  /// The others are left out, since copies of them were made.
  private func completed(_ known: [Pod], _ bare: [Int]) -> [Pod] {
    let bare = Set(bare)
    return known.indices.compactMap { index in
      guard bare.contains(index) else { return known[index] }
      return known[index].spec.nodeName.isEmpty ? nil : admission.admit(known[index])
    }
  }

  /// A bare pod, or as many of it as the user asks for.
  private mutating func addCopies(of bare: Pod) {
    var pod = bare
    if pod.metadata.name.isEmpty { pod.metadata.name = pod.metadata.generateName }
    let origin = Self.reference(bare)
    for number in 0..<max(1, min(Self.limit, replicas.count(for: origin) ?? 1)) {
      var copy = pod
      if number > 0 { copy.metadata.name += "-\(number + 1)" }
      copy.metadata.uid = copy.metadata.fullName
      if number > 0 { result.origins[Self.reference(copy)] = PodOrigin(origin, prefix: "") }
      append(copy)
    }
  }

  private mutating func admitted(_ claim: PersistentVolumeClaim) -> PersistentVolumeClaim {
    var claim = claimAdmission.admit(claim)
    if let volume = claimAdmission.provision(&claim) { volumes.append(volume) }
    return claim
  }
}

extension Array where Element: KubernetesObject {
  /// Sorted as snapshots keep objects.
  var inOrder: [Element] {
    sorted {
      ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name)
    }
  }
}

extension ObjectMeta {
  /// The controller, as an object of the same namespace.
  fileprivate var controller: ObjectReference? {
    ownerReferences.first { $0.controller == true }.map {
      ObjectReference(kind: $0.kind, namespace: namespace, name: $0.name)
    }
  }
}

extension OwnerReference {
  /// Names an object as the controller of what it makes.
  fileprivate init(controller apiVersion: String, _ object: some KubernetesObject) {
    self.init()
    self.apiVersion = apiVersion
    kind = type(of: object).kind
    name = object.metadata.name
    uid = object.metadata.uid
    controller = true
  }
}
