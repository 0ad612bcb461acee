import KubernetesModel
import Provenance

extension RefusalDetails {
  /// The volume, claim or limit that a volume plugin stumbled over.
  func volumes(
    by plugin: PluginName, _ rejection: Rejection, on node: NodeID
  ) -> [RefusalDetail] {
    switch plugin {
    case "VolumeRestrictions": usedClaims()
    case "NodeVolumeLimits": limits(on: node)
    case "VolumeBinding": unreachable(from: node) + unbound(rejection)
    case "VolumeZone": outOfZone(on: node)
    default: []
    }
  }

  /// The claims that a refusal of the whole pod names, or all of the pod's.
  func claims(named rejection: Rejection) -> [RefusalDetail] {
    let named = references.filter { rejection.message.contains("\"\($0.name)\"") }
    let meant = named.isEmpty ? references.filter { !isBound($0) } : named
    guard !meant.isEmpty else {
      return [
        RefusalDetail(
          .other, says: rejection.message, evidence: [FieldReference(pod.reference, "spec.volumes")]
        )
      ]
    }
    return meant.map { claim in
      RefusalDetail(
        .claim(claim, holder: nil), says: rejection.message,
        evidence: [FieldReference(claim), FieldReference(pod.reference, field(of: claim))])
    }
  }

  /// The pod's claims, those of ephemeral volumes too.
  private var references: [ObjectReference] {
    pod.pod.claimReferences.map { reference(to: $0.name) }
  }

  private func reference(to claim: String) -> ObjectReference {
    ObjectReference(
      kind: "PersistentVolumeClaim", namespace: pod.pod.metadata.namespace, name: claim)
  }

  private func object(_ claim: ObjectReference) -> PersistentVolumeClaim? {
    cluster.volumes.claim(claim.name, in: claim.namespace)
  }

  private func isBound(_ claim: ObjectReference) -> Bool {
    object(claim).map { !$0.spec.volumeName.isEmpty } ?? false
  }

  private func field(of claim: ObjectReference) -> String {
    let index = pod.pod.spec.volumes.firstIndex {
      pod.pod.claimReference(of: $0)?.name == claim.name
    }
    return index.map { "spec.volumes[\($0)]" } ?? "spec.volumes"
  }

  /// Claims for one pod only that another pod uses.
  private func usedClaims() -> [RefusalDetail] {
    references.compactMap { claim in
      guard let object = object(claim), object.spec.accessModes.contains("ReadWriteOncePod"),
        let holder = user(of: claim)
      else { return nil }
      return RefusalDetail(
        .claim(claim, holder: holder.reference),
        says: "claim \(claim.name) is for one pod only and \(holder.reference) uses it",
        evidence: [
          FieldReference(claim, "spec.accessModes"),
          FieldReference(holder.reference, "spec.volumes"),
        ])
    }
  }

  private func user(of claim: ObjectReference) -> PodInfo? {
    cluster.nodes.pods.lazy.joined().first { other in
      other.pod.metadata.namespace == claim.namespace
        && other.pod.spec.volumes.contains { $0.persistentVolumeClaim?.claimName == claim.name }
    }
  }

  private func limits(on node: NodeID) -> [RefusalDetail] {
    let state = cluster.volumes
    let name = cluster.nodes.name(of: node)
    guard let csiNode = state.csiNodes[name],
      let added = try? AttachableVolumes(of: pod.pod, seenFrom: csiNode, in: state, .newPod)
    else { return [] }
    let attached = state.attached[node.index] ?? AttachedVolumes()
    let elsewhere = state.attachments[name]?.drivers.filter { !attached.contains($0.key) } ?? [:]
    return csiNode.spec.drivers.enumerated().compactMap { index, driver in
      guard let limit = driver.allocatable?.count else { return nil }
      let wanted = added.drivers.count { !attached.contains($0.key) && $0.value == driver.name }
      let taken =
        (attached.perDriver[driver.name] ?? 0) + elsewhere.values.count { $0 == driver.name }
      guard wanted > 0, taken + wanted > Int(limit) else { return nil }
      return RefusalDetail(
        .volumeLimit(
          VolumeCount(driver: driver.name, limit: Int(limit), attached: taken, wanted: wanted)),
        says:
          "\(taken) \(taken == 1 ? "volume" : "volumes") of \(driver.name) attached, \(limit) allowed, \(wanted) wanted",
        evidence: [
          FieldReference(
            ObjectReference(kind: "CSINode", name: name),
            "spec.drivers[\(index)].allocatable.count"),
          FieldReference(pod.reference, "spec.volumes"),
        ])
    }
  }

  /// Bound volumes that are gone or cannot be reached from the node.
  private func unreachable(from node: NodeID) -> [RefusalDetail] {
    let object = cluster.nodes.objects[node.index]
    return references.compactMap { claim in
      guard let volumeName = self.object(claim)?.spec.volumeName, !volumeName.isEmpty else {
        return nil
      }
      let reference = ObjectReference(kind: "PersistentVolume", name: volumeName)
      guard let volume = cluster.volumes.volumes[volumeName] else {
        return RefusalDetail(
          .volume(reference), says: "claim \(claim.name) is bound to \(volumeName), which is gone",
          evidence: [FieldReference(claim, "spec.volumeName")])
      }
      let affinity = volume.nodeAffinity(seenFrom: cluster.volumes.csiNodes[object.metadata.name])
      guard let affinity,
        (try? NodeMatcher(affinity).matches(labels: object.metadata.labels, name: "")) != true
      else { return nil }
      return RefusalDetail(
        .volume(reference),
        says: "volume \(volumeName) of claim \(claim.name) can only be reached from "
          + affinity.summary,
        evidence: [FieldReference(reference, "spec.nodeAffinity.required")])
    }
  }

  private func unbound(_ rejection: Rejection) -> [RefusalDetail] {
    guard rejection.reasons.contains(where: { !$0.contains("node affinity") }) else { return [] }
    return references.filter { !isBound($0) }.map { claim in
      let size = object(claim)?.spec.resources.requests["storage"]?.description ?? ""
      let className = object(claim)?.className ?? ""
      let wants = [size, className.isEmpty ? "" : "of class \(className)"]
        .filter { !$0.isEmpty }.joined(separator: " ")
      return RefusalDetail(
        .claim(claim, holder: nil),
        says: "nothing to bind claim \(claim.name) to"
          + (wants.isEmpty ? "" : " (\(wants))"),
        evidence: [FieldReference(claim, "spec"), FieldReference(pod.reference, field(of: claim))])
    }
  }

  private func outOfZone(on node: NodeID) -> [RefusalDetail] {
    references.compactMap { claim in
      guard let name = object(claim)?.spec.volumeName, let volume = cluster.volumes.volumes[name]
      else { return nil }
      let labels = cluster.nodes.objects[node.index].metadata.labels
      let zones = volume.metadata.labels.filter { key, value in
        (key.hasSuffix("/zone") || key.hasSuffix("/region"))
          && !value.split(separator: "__").contains { labels[key] == String($0) }
      }
      guard let zone = zones.min(by: { $0.key < $1.key }) else { return nil }
      let found = labels[zone.key].map { "is in \($0)" } ?? "has no such label"
      let reference = ObjectReference(kind: "PersistentVolume", name: name)
      return RefusalDetail(
        .volume(reference),
        says: "volume \(name) is in \(zone.key)=\(zone.value), the node \(found)",
        evidence: [FieldReference(reference, "metadata.labels[\(zone.key)]")])
    }
  }
}

extension NodeSelector {
  /// The terms in a few words: `zone=a`, `host In [a, b]`.
  fileprivate var summary: String {
    let terms = nodeSelectorTerms.map { term in
      (term.matchExpressions + term.matchFields).map { requirement in
        LabelDemand(
          source: .configuration, key: requirement.key, operator: requirement.operator,
          values: requirement.values
        ).demand
      }.joined(separator: " and ")
    }
    return terms.joined(separator: " or ")
  }
}
