import Basics
import KubernetesModel
import Provenance
import YAML

/// Everything the dump says about a controller that should make pods.
struct WorkloadCase: Sendable {
  /// The topmost owner, which is what a person changes.
  var workload: ObjectReference
  /// The controller that makes the pods: a ReplicaSet below a Deployment, or the workload itself.
  var maker: ObjectReference
  /// How many pods there should be.
  var desired: Int
  /// Pods of the maker that have not ended.
  var pods: [Pod]
  /// Events about the maker and the workload, oldest first.
  var events: [EventNote]
  /// Their texts that the signatures know, newest first.
  var texts: [ClassifiedText]
  var facts: ClusterFacts

  var missing: Int { max(0, desired - pods.count) }

  private init(
    maker: ObjectReference, desired: Int, pods: [Pod], in facts: ClusterFacts
  ) {
    self.maker = maker
    self.desired = desired
    self.facts = facts
    workload = facts.ownership.topmost(above: maker)
    self.pods = pods
    var events = facts.events(about: maker)
    if workload != maker { events += facts.events(about: workload) }
    self.events = events
    texts =
      Self.conditionTexts(of: maker, in: facts)
      + events.reversed().compactMap { $0.isWarning ? facts.texts.classify($0) : nil }
  }

  /// Where the pod template stands in the workload's document.
  var templatePath: String {
    workload.kind == CronJob.kind ? "spec.jobTemplate.spec.template" : "spec.template"
  }

  /// What condition ReplicaFailure says: the last refusal, kept after its events have expired.
  private static func conditionTexts(
    of maker: ObjectReference, in facts: ClusterFacts
  ) -> [ClassifiedText] {
    let conditions = facts.snapshot.document(of: maker)?["status"]?["conditions"]
    guard let conditions, conditions.kind == .sequence else { return [] }
    return conditions.elements.enumerated().compactMap { index, condition in
      guard condition["type"]?.string == "ReplicaFailure", condition["status"]?.string == "True",
        let message = condition["message"]?.string
      else { return nil }
      return facts.texts.classify(
        message, in: ["admission"], reason: condition["reason"]?.string ?? "",
        at: "status.conditions[\(index)].message", of: maker)
    }
  }

  /// One case for each controller that makes pods itself; old ReplicaSets, which want none, are left out.
  static func all(in facts: ClusterFacts) -> [WorkloadCase] {
    let owned = OwnedPods(among: facts.snapshot.pods)
    let known = makers(in: facts.snapshot).concurrentMap(chunkSize: 64) { maker in
      WorkloadCase(
        maker: maker.reference, desired: maker.desired,
        pods: owned.pods(of: maker.reference, uid: maker.uid), in: facts)
    }
    return known + evented(among: owned, in: facts)
  }

  /// One case for each controller that only its events tell of; how many pods it wants they do not say, but that it
  /// lacks one.
  private static func evented(among owned: OwnedPods, in facts: ClusterFacts) -> [WorkloadCase] {
    EventedMaker.all(in: facts).map { maker in
      let pods = owned.pods(of: maker, uid: "")
      return WorkloadCase(maker: maker, desired: pods.count + 1, pods: pods, in: facts)
    }
  }

  private static func makers(
    in snapshot: ClusterSnapshot
  ) -> [(reference: ObjectReference, uid: String, desired: Int)] {
    var makers: [(reference: ObjectReference, uid: String, desired: Int)] = []
    func add(_ kind: String, _ metadata: ObjectMeta, _ desired: Int) {
      guard desired > 0 else { return }
      let reference = ObjectReference(
        kind: kind, namespace: metadata.namespace, name: metadata.name)
      makers.append((reference, metadata.uid, desired))
    }
    for set in snapshot.replicaSets { add("ReplicaSet", set.metadata, Int(set.spec.replicas ?? 1)) }
    for set in snapshot.replicationControllers {
      add("ReplicationController", set.metadata, Int(set.spec.replicas ?? 1))
    }
    for set in snapshot.statefulSets {
      add("StatefulSet", set.metadata, Int(set.spec.replicas ?? 1))
    }
    for set in snapshot.daemonSets {
      add("DaemonSet", set.metadata, Int(set.status.desiredNumberScheduled))
    }
    let owned = Set(snapshot.replicaSets.compactMap(\.metadata.controllerReference))
    for deployment in snapshot.deployments {
      let reference = ObjectReference(
        kind: Deployment.kind, namespace: deployment.metadata.namespace,
        name: deployment.metadata.name)
      // A Deployment without any ReplicaSet was refused one, unless the dump holds none at all.
      guard snapshot.holds(kind: ReplicaSet.kind) || deployment.status.replicas == 0,
        !owned.contains(reference)
      else { continue }
      add(Deployment.kind, deployment.metadata, Int(deployment.spec.replicas ?? 1))
    }
    for job in snapshot.jobs { add("Job", job.metadata, wanted(by: job)) }
    return makers
  }

  /// A Job that has ended wants no pods.
  private static func wanted(by job: Job) -> Int {
    let hasEnded = job.status.conditions.contains {
      ($0.type == "Complete" || $0.type == "Failed") && $0.status == "True"
    }
    if hasEnded || job.spec.suspend == true { return 0 }
    let left = Int(job.spec.completions ?? 1) - Int(job.status.succeeded)
    return max(0, min(Int(job.spec.parallelism ?? 1), left))
  }
}
