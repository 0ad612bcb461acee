import KubernetesModel
import Provenance

/// Everything the dump says about one PersistentVolumeClaim.
struct ClaimCase: Sendable {
  /// How near an unbound volume comes to satisfying the claim.
  struct Candidate: Sendable {
    var volume: PersistentVolume
    /// What speaks against it: `class`, `size`, `accessModes`, `volumeMode`, `selector`, `bound`, `phase`,
    /// `deleting`.
    var mismatches: [String]
  }

  var claim: PersistentVolumeClaim
  var facts: ClusterFacts

  var reference: ObjectReference {
    ObjectReference(
      kind: "PersistentVolumeClaim", namespace: claim.metadata.namespace,
      name: claim.metadata.name)
  }

  var events: [EventNote] { facts.events(about: reference) }

  /// The class the claim asks for: `spec.storageClassName`, else the old annotation; nil asks for the default.
  var className: String? {
    claim.spec.storageClassName
      ?? claim.metadata.annotations["volume.beta.kubernetes.io/storage-class"]
  }

  /// Whether the amount and the access modes that the claim asks for are not known.
  ///
  /// kubectl shows neither before the claim has a volume, and then those of the volume.
  var hidesRequest: Bool {
    facts.snapshot.isPartial(reference) && claim.spec.resources.requests["storage"] == nil
      && claim.spec.accessModes.isEmpty
  }

  /// Whether only events tell of the claim: every text that shows one tells its age or its finalizers, too.
  var isEvented: Bool {
    facts.snapshot.isPartial(reference) && claim.metadata.creationTimestamp == nil
      && claim.metadata.finalizers.isEmpty
  }

  /// The class object that decides over the claim: the one named, else the default one.
  var storageClass: StorageClass? {
    if let className { return facts.snapshot.storageClasses.named(className) }
    return facts.snapshot.storageClasses.first(where: \.isDefault)
  }

  /// Who would have to make the volume.
  var provisioner: String? {
    storageClass?.provisioner
      ?? claim.metadata.annotations["volume.kubernetes.io/storage-provisioner"]
      ?? claim.metadata.annotations["volume.beta.kubernetes.io/storage-provisioner"]
  }

  var volume: PersistentVolume? {
    facts.snapshot.persistentVolumes.named(claim.spec.volumeName)
  }

  /// Pods that mount the claim and have not ended.
  var users: [Pod] {
    facts.pods(in: claim.metadata.namespace).filter { pod in
      !pod.isTerminal
        && pod.spec.volumes.contains {
          $0.persistentVolumeClaim?.claimName == claim.metadata.name
        }
    }
  }

  /// Every volume of the dump with what speaks against it, nearest first.
  var candidates: [Candidate] {
    facts.snapshot.persistentVolumes.map { Candidate(volume: $0, mismatches: mismatches(of: $0)) }
      .sorted {
        ($0.mismatches.count, $0.volume.metadata.name)
          < ($1.mismatches.count, $1.volume.metadata.name)
      }
  }

  private func mismatches(of volume: PersistentVolume) -> [String] {
    var found: [String] = []
    if volume.spec.storageClassName != (className ?? storageClass?.metadata.name ?? "") {
      found.append("class")
    }
    if isTaken(volume) {
      found.append("bound")
    } else if volume.metadata.deletionTimestamp != nil {
      found.append("deleting")
    } else if volume.spec.claimRef == nil, !["", "Available"].contains(volume.status.phase) {
      // The controller binds only what is Available, unless the volume names the claim.
      found.append("phase")
    }
    if let wanted = claim.spec.resources.requests["storage"] {
      let offered = volume.spec.capacity["storage"]
      if offered.map({ $0 < wanted }) ?? true { found.append("size") }
    }
    if !claim.spec.accessModes.allSatisfy(volume.spec.accessModes.contains) {
      found.append("accessModes")
    }
    if (claim.spec.volumeMode ?? "Filesystem") != (volume.spec.volumeMode ?? "Filesystem") {
      found.append("volumeMode")
    }
    if let selector = claim.spec.selector, !Self.matches(volume.metadata.labels, selector) {
      found.append("selector")
    }
    return found
  }

  /// A selector that does not parse matches nothing.
  private static func matches(_ labels: [String: String], _ selector: LabelSelector) -> Bool {
    (try? LabelMatcher(selector).matches(labels)) ?? false
  }

  private func isTaken(_ volume: PersistentVolume) -> Bool {
    guard let owner = volume.spec.claimRef else { return volume.status.phase == "Released" }
    return owner.name != claim.metadata.name || owner.namespace != claim.metadata.namespace
  }
}

extension StorageClass {
  var isDefault: Bool {
    metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
      || metadata.annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true"
  }
}
