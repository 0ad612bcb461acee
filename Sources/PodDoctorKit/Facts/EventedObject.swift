import Basics
import KubernetesModel
import Provenance

/// An object that no rule is asked about otherwise, with warnings about it: a claim that no pod uses, a Service, an
/// object of a kind of somebody's own, and what only events tell of.
struct EventedObject: Sendable {
  var reference: ObjectReference
  /// Recent warnings that are failures or that nobody explained yet, oldest first.
  var unexplained: [EventNote]
  var facts: ClusterFacts

  /// The claim that it is; nil for every other kind, and for a claim of which the dump shows nothing.
  var claim: ClaimCase? {
    guard reference.kind == PersistentVolumeClaim.kind else { return nil }
    return facts.snapshot.persistentVolumeClaims.named(reference.name, in: reference.namespace)
      .map { ClaimCase(claim: $0, facts: facts) }
  }

  /// Why the claim has no volume.
  var claimCause: String? { claim.flatMap { ClaimTrouble.unbound($0, nil) } }

  /// What the dump has warnings about, sorted.
  static func all(in facts: ClusterFacts) -> [EventedObject] {
    let telling = facts.snapshot.events.filter {
      isTelling($0) && !$0.involvedObject.name.isEmpty
        && !hasOtherRules($0.involvedObject.kind, in: facts)
    }
    let references = Set(telling.map(\.involvedObject).map(ObjectReference.init(naming:)))
    guard !references.isEmpty else { return [] }
    let claims = Once { claimsInUse(in: facts) }
    return references.subtracting(EventedMaker.all(in: facts))
      .filter { isStrange($0, claims: claims, in: facts) }.sorted()
      .compactMap { reference in
        let events = facts.unexplained(among: unsettled(facts.events(about: reference)))
        guard !events.isEmpty || reference.kind == PersistentVolumeClaim.kind else { return nil }
        return EventedObject(reference: reference, unexplained: events, facts: facts)
      }
  }

  /// Events without those that a success settled.
  private static func unsettled(_ events: [EventNote]) -> [EventNote] {
    guard let success = events.last(where: { $0.reason == "ProvisioningSucceeded" })?.last else {
      return events
    }
    return events.filter { ($0.last ?? .distantPast) > success }
  }

  /// Whether an event tells that something is not well: claims that get no volume are never warned about.
  private static func isTelling(_ event: Event) -> Bool {
    event.type == "Warning" || event.reason == "SandboxChanged"
      || event.involvedObject.kind == PersistentVolumeClaim.kind
        && ["FailedBinding", "ExternalProvisioning"].contains(event.reason)
  }

  /// Whether nobody else speaks of the object, and it may still be there and not well.
  private static func isStrange(
    _ object: ObjectReference, claims: Once<Set<ObjectReference>>, in facts: ClusterFacts
  ) -> Bool {
    guard facts.snapshot.hasDocument(of: object) else {
      // Events outlive their objects by an hour.
      return !facts.snapshot.mentions(kind: object.kind)
    }
    guard object.kind == PersistentVolumeClaim.kind else { return true }
    let claim = facts.snapshot.persistentVolumeClaims.named(object.name, in: object.namespace)
    return claim?.status.phase != "Bound" && !claims.value.contains(object)
  }

  /// Whether other rules are asked about the objects of a kind of which the dump holds some.
  private static func hasOtherRules(_ kind: String, in facts: ClusterFacts) -> Bool {
    switch kind {
    case Pod.kind, Node.kind, ReplicaSet.kind, Deployment.kind, StatefulSet.kind, DaemonSet.kind,
      Job.kind, CronJob.kind, "ReplicationController":
      facts.snapshot.mentions(kind: kind)
    default: false
    }
  }

  private static func claimsInUse(in facts: ClusterFacts) -> Set<ObjectReference> {
    var claims: Set<ObjectReference> = []
    for pod in facts.snapshot.pods {
      for volume in pod.spec.volumes {
        let name = volume.ephemeral == nil ? nil : "\(pod.metadata.name)-\(volume.name)"
        guard let name = volume.persistentVolumeClaim?.claimName ?? name else { continue }
        claims.insert(
          ObjectReference(
            kind: PersistentVolumeClaim.kind, namespace: pod.metadata.namespace, name: name))
      }
    }
    return claims
  }
}

extension ObjectReference {
  /// The object that an event is about; nodes have events in the namespace `default`, and live in none.
  fileprivate init(naming object: APIObjectReference) {
    self.init(
      kind: object.kind, namespace: object.kind == Node.kind ? "" : object.namespace,
      name: object.name)
  }
}
