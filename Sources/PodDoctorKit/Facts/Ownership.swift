import KubernetesModel
import Provenance
import YAML

/// Follows controller references upwards, as far as the dump holds the owners.
struct Ownership: Sendable {
  private let owners: [ObjectReference: ObjectReference]
  private let known: Set<ObjectReference>

  init(in snapshot: ClusterSnapshot) {
    var owners: [ObjectReference: ObjectReference] = [:]
    var known: Set<ObjectReference> = []
    func note(_ kind: String, _ metadata: ObjectMeta) {
      let object = ObjectReference(kind: kind, namespace: metadata.namespace, name: metadata.name)
      known.insert(object)
      owners[object] = metadata.controllerReference
    }
    for object in snapshot.replicaSets { note("ReplicaSet", object.metadata) }
    for object in snapshot.replicationControllers {
      note("ReplicationController", object.metadata)
    }
    for object in snapshot.deployments { note("Deployment", object.metadata) }
    for object in snapshot.statefulSets { note("StatefulSet", object.metadata) }
    for object in snapshot.daemonSets { note("DaemonSet", object.metadata) }
    for object in snapshot.jobs { note("Job", object.metadata) }
    for object in snapshot.cronJobs { note("CronJob", object.metadata) }
    for object in snapshot.others {
      guard let kind = object["kind"]?.string, let name = object["metadata"]?["name"]?.string
      else { continue }
      let namespace = object["metadata"]?["namespace"]?.string ?? ""
      known.insert(ObjectReference(kind: kind, namespace: namespace, name: name))
    }
    self.owners = owners
    self.known = known
  }

  /// The topmost owner of a pod that the dump holds, or the pod itself when nothing there owns it.
  func workload(of pod: Pod) -> ObjectReference {
    let itself = ObjectReference(
      kind: "Pod", namespace: pod.metadata.namespace, name: pod.metadata.name)
    guard let controller = pod.metadata.controllerReference, known.contains(controller) else {
      return itself
    }
    return topmost(above: controller)
  }

  /// The topmost owner of a controller that the dump holds, or the controller itself.
  func topmost(above controller: ObjectReference) -> ObjectReference {
    var current = controller
    var seen: Set<ObjectReference> = [current]
    while let next = owners[current], known.contains(next), seen.insert(next).inserted {
      current = next
    }
    return current
  }
}

extension ObjectMeta {
  /// The reference marked as controller, as an object of the same namespace.
  var controllerReference: ObjectReference? {
    let controller = ownerReferences.first { $0.controller == true }
    return controller.map {
      ObjectReference(kind: $0.kind, namespace: namespace, name: $0.name)
    }
  }
}
