package import KubernetesModel

/// Claims and volumes as the scheduler has assumed them so far.
///
/// A value: a copy is a what-if. What the API server holds does not change; what placing pods has
/// decided about claims and volumes lies over it.
package struct VolumeState: Sendable {
  /// By `namespace/name`.
  let claims: [String: PersistentVolumeClaim]
  let volumes: [String: PersistentVolume]
  let classes: [String: StorageClass]
  let csiNodes: [String: CSINode]
  let csiDrivers: [String: CSIDriver]
  let capacities: [CSIStorageCapacity]
  /// What is attached to each node by the record of attachments, by node name.
  let attachments: [String: AttachableVolumes]
  /// Each storage class's volumes by name.
  private let volumesOfClass: [String: [PersistentVolume]]
  /// The node affinity of each volume that has one.
  private let affinities: [String: NodeMatcher]

  /// The claims that volumes were promised to, by volume name.
  private(set) var promised: [String: ClaimKey] = [:]
  /// The nodes that claims are to be provisioned for, by `namespace/name`.
  private(set) var chosenNodes: [String: String] = [:]
  /// How many references pods on nodes have to a claim, by `namespace/name`.
  private(set) var users: [String: Int] = [:]
  /// What the pods on each node use, by the node's position.
  private(set) var attached: [Int: AttachedVolumes] = [:]

  package init(_ snapshot: ClusterSnapshot) {
    claims = index(snapshot.persistentVolumeClaims) { $0.metadata.fullName }
    volumes = index(snapshot.persistentVolumes) { $0.metadata.name }
    classes = index(snapshot.storageClasses) { $0.metadata.name }
    csiNodes = index(snapshot.csiNodes) { $0.metadata.name }
    csiDrivers = index(snapshot.csiDrivers) { $0.metadata.name }
    capacities = snapshot.csiStorageCapacities
    let volumes = volumes
    attachments = Dictionary(grouping: snapshot.volumeAttachments, by: \.spec.nodeName)
      .mapValues { AttachableVolumes($0, volumes: volumes) }
    volumesOfClass = Dictionary(grouping: snapshot.persistentVolumes, by: \.className)
      .mapValues { $0.sorted { $0.metadata.name < $1.metadata.name } }
    affinities = volumes.compactMapValues { volume in
      volume.spec.nodeAffinity?.required.map { NodeMatcher($0) }
    }
  }

  func claim(_ name: String, in namespace: String) -> PersistentVolumeClaim? {
    claims["\(namespace)/\(name)"]
  }

  /// The volumes that a claim of `className` can be bound to, by name.
  func volumes(ofClass className: String) -> [PersistentVolume] {
    volumesOfClass[className] ?? []
  }

  /// Whether the node affinity of a volume, as it is written, allows the node's labels.
  func isReachable(_ volume: PersistentVolume, from node: Node) -> Bool {
    guard let affinity = affinities[volume.metadata.name] else { return true }
    return (try? affinity.matches(labels: node.metadata.labels, name: "")) ?? false
  }

  /// The claim that a volume is bound or promised to.
  func owner(of volume: PersistentVolume) -> ClaimKey? {
    promised[volume.metadata.name] ?? volume.spec.claimRef.map(ClaimKey.init)
  }

  /// The node that a claim is to be provisioned for.
  func chosenNode(for claim: PersistentVolumeClaim) -> String? {
    chosenNodes[claim.metadata.fullName] ?? claim.metadata.annotations[Self.selectedNode]
  }

  mutating func promise(_ volume: PersistentVolume, to claim: PersistentVolumeClaim) {
    promised[volume.metadata.name] = ClaimKey(claim)
  }

  mutating func choose(_ node: String, for claim: PersistentVolumeClaim) {
    chosenNodes[claim.metadata.fullName] = node
  }

  mutating func takeBackPromise(of volume: PersistentVolume) {
    promised[volume.metadata.name] = nil
  }

  mutating func takeBackChoice(for claim: PersistentVolumeClaim) {
    chosenNodes[claim.metadata.fullName] = nil
  }

  private static let selectedNode = "volume.kubernetes.io/selected-node"
}

extension VolumeState {
  /// Whether a pod on a node refers to the claim.
  func isUsed(_ claim: PersistentVolumeClaim) -> Bool {
    users[claim.metadata.fullName] ?? 0 > 0
  }

  /// Counts the claims and volumes of a pod that came to a node.
  mutating func podAdded(_ info: PodInfo, at position: Int, of node: String) {
    guard info.hasClaimsOrDisks else { return }
    let pod = info.pod
    count(pod, 1)
    // Only nodes that have a record of drivers can have limits.
    guard let csiNode = csiNodes[node] else { return }
    do {
      let volumes = try AttachableVolumes(of: pod, seenFrom: csiNode, in: self, .existingPod)
      if !volumes.isEmpty { attached[position, default: AttachedVolumes()].add(volumes) }
    } catch {
      attached[position, default: AttachedVolumes()].complain(error, about: pod.metadata.fullName)
    }
  }

  /// Counts the claims and volumes of a pod that left its node.
  mutating func podRemoved(_ info: PodInfo, at position: Int, of node: String) {
    guard info.hasClaimsOrDisks else { return }
    let pod = info.pod
    count(pod, -1)
    attached[position]?.complain(nil, about: pod.metadata.fullName)
    let volumes = try? AttachableVolumes(
      of: pod, seenFrom: csiNodes[node], in: self, .existingPod)
    if let volumes { attached[position]?.remove(volumes) }
  }

  private mutating func count(_ pod: Pod, _ change: Int) {
    for name in pod.spec.volumes.lazy.compactMap(\.persistentVolumeClaim?.claimName) {
      users["\(pod.metadata.namespace)/\(name)", default: 0] += change
    }
  }
}

/// The claim that a volume is meant for.
struct ClaimKey: Hashable, Sendable {
  var namespace: String
  var name: String
  /// Empty when any claim of the name will do.
  var uid: String

  init(_ claim: PersistentVolumeClaim) {
    (namespace, name, uid) = (claim.metadata.namespace, claim.metadata.name, claim.metadata.uid)
  }

  init(_ reference: APIObjectReference) {
    (namespace, name, uid) = (reference.namespace, reference.name, reference.uid)
  }

  func means(_ claim: PersistentVolumeClaim) -> Bool {
    name == claim.metadata.name && namespace == claim.metadata.namespace
      && (uid.isEmpty || uid == claim.metadata.uid)
  }
}

extension ObjectMeta {
  /// `namespace/name`.
  var fullName: String { "\(namespace)/\(name)" }

  /// Whether `owner` is the controller of the object.
  func isControlled(by owner: ObjectMeta) -> Bool {
    ownerReferences.contains { $0.controller == true && $0.uid == owner.uid }
  }
}

/// The first object of each name; a second one of a name is left out.
private func index<Object>(
  _ objects: [Object], by name: (Object) -> String
) -> [String: Object] {
  Dictionary(objects.map { (name($0), $0) }) { first, _ in first }
}

extension LabelSelector {
  /// Whether an object with such labels is selected; a selector that is not valid selects none.
  func selects(_ labels: [String: String]) -> Bool {
    (try? KubernetesModel.LabelMatcher(self).matches(labels)) ?? false
  }
}
