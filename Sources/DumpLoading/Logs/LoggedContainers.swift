import KubernetesModel
import Provenance

/// Takes the names of containers that tables leave out from the logs of their pods.
enum LoggedContainers {
  /// Notes the only container that the logs of a pod name, where the pod's only container has no name.
  ///
  /// - Parameters:
  ///   - logs: all logs; those that were taken for logs of a nameless container are then those of the only one.
  ///   - snapshot: what was read of the dump.
  ///   - builder: where the names are noted.
  /// - Returns: whether anything was noted.
  static func note(
    _ logs: inout [ContainerLog], of snapshot: ClusterSnapshot,
    in builder: inout ClusterSnapshot.Builder
  ) -> Bool {
    if logs.isEmpty { return false }
    let nameless = Set(snapshot.pods.filter(isNameless).map(reference))
    guard !nameless.isEmpty else { return false }
    var isNoted = false
    for index in logs.indices {
      let pod = ObjectReference(
        kind: Pod.kind, namespace: logs[index].namespace, name: logs[index].pod)
      guard nameless.contains(pod) else { continue }
      if UnnamedContainer.isName(logs[index].container) {
        logs[index].container = ""
      } else if !logs[index].container.isEmpty {
        builder.noteLog(of: logs[index].container, in: pod)
        isNoted = true
      }
    }
    return isNoted
  }

  private static func isNameless(_ pod: Pod) -> Bool {
    pod.spec.initContainers.isEmpty && pod.spec.containers.count == 1
      && UnnamedContainer.isName(pod.spec.containers[0].name)
  }

  private static func reference(to pod: Pod) -> ObjectReference {
    ObjectReference(kind: Pod.kind, namespace: pod.metadata.namespace, name: pod.metadata.name)
  }
}
