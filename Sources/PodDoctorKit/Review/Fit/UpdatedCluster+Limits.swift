import KubernetesModel
import Provenance

extension UpdatedCluster {
  /// Drops workloads that want more pods than can be made, and returns them.
  mutating func curtail(toAtMost most: Int, ofAll total: Int) -> Set<ObjectReference> {
    var left = total
    var dropped: Set<ObjectReference> = []
    for workload in workloads.sorted() {
      let wanted = snapshot[workload]?.podCount(nodes: snapshot.nodes.count) ?? 1
      if wanted > most || wanted > left {
        dropped.insert(workload)
      } else {
        left -= wanted
      }
    }
    drop(dropped)
    return dropped
  }
}

extension KubernetesObject {
  /// How many pods the object makes at once.
  fileprivate func podCount(nodes: Int) -> Int {
    let count: Int32? =
      switch self {
      case let object as Deployment: object.spec.replicas
      case let object as StatefulSet: object.spec.replicas
      case let object as ReplicaSet: object.spec.replicas
      case let object as ReplicationController: object.spec.replicas
      case let object as Job: object.spec.parallelism
      case let object as CronJob: object.spec.jobTemplate.spec.parallelism
      case is DaemonSet: Int32(clamping: nodes)
      default: 1
      }
    return max(0, Int(count ?? 1))
  }
}
