import KubernetesModel
import Provenance

/// The object that a person changes to change a pod: its workload, also where the dump lacks it and only names tell it.
struct PodManifest: Sendable {
  let object: ObjectReference

  /// The object behind a pod, whose workload is the pod itself where the dump holds none.
  init(of pod: Pod, ownedBy workload: ObjectReference) {
    object =
      workload == pod.reference
      ? Self.absentOwner(of: pod) ?? workload : Self.above(workload, of: pod)
  }

  init(_ object: ObjectReference) {
    self.object = object
  }

  /// The owner that the pod names and that the dump does not hold.
  private static func absentOwner(of pod: Pod) -> ObjectReference? {
    pod.metadata.controllerReference.map { above($0, of: pod) }
  }

  /// A Deployment names its ReplicaSets after itself and the hash of their template, which their pods bear as a label.
  private static func above(_ owner: ObjectReference, of pod: Pod) -> ObjectReference {
    guard owner.kind == ReplicaSet.kind, let hash = pod.metadata.labels["pod-template-hash"],
      !hash.isEmpty, owner.name.hasSuffix("-\(hash)"),
      let name = String(owner.name.utf8.dropLast(hash.utf8.count + 1))
    else { return owner }
    return name.isEmpty
      ? owner
      : ObjectReference(kind: Deployment.kind, namespace: owner.namespace, name: name)
  }

  /// The keys that lead to the pod template, from the outside in; nil for a kind of which that is not known.
  var templateKeys: [String]? {
    switch object.kind {
    case Pod.kind: []
    case CronJob.kind: ["spec", "jobTemplate", "spec", "template"]
    case _ where apiVersion != nil: ["spec", "template"]
    default: nil
    }
  }

  /// The version of the API that the kind is written in.
  var apiVersion: String? {
    switch object.kind {
    case Pod.kind, ReplicationController.kind: "v1"
    case Deployment.kind, StatefulSet.kind, DaemonSet.kind, ReplicaSet.kind: "apps/v1"
    case Job.kind, CronJob.kind: "batch/v1"
    default: nil
    }
  }

  /// Whether a change of the template is refused, so that the object has to be made anew.
  var isImmutable: Bool { object.kind == Pod.kind || object.kind == Job.kind }

  /// Whether the kind keeps a history to which `kubectl rollout` can go back.
  var rollsOut: Bool {
    [Deployment.kind, StatefulSet.kind, DaemonSet.kind].contains(object.kind)
  }

  /// Whether pods that are stuck keep the old template until somebody deletes them.
  var keepsStuckPods: Bool {
    [StatefulSet.kind, ReplicaSet.kind, ReplicationController.kind].contains(object.kind)
  }
}
