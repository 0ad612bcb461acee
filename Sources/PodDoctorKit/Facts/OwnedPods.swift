import KubernetesModel
import Provenance

/// Pods that have not ended by the controllers that they name as theirs.
struct OwnedPods: Sendable {
  private let pods: [Pod]
  private let indices: [ObjectReference: [Int]]

  /// Those among all pods, which are looked at in place, because there may be thousands and a copy is large.
  init(among pods: [Pod]) {
    self.pods = pods
    indices = Dictionary(grouping: pods.indices.filter { !pods[$0].isTerminal }) { index in
      pods[index].metadata.controllerReference ?? ObjectReference(kind: "", name: "")
    }
  }

  /// The pods of a controller; those that know it by another id are of an earlier one, and texts show no ids.
  func pods(of controller: ObjectReference, uid: String) -> [Pod] {
    (indices[controller] ?? []).filter { index in
      let owners = pods[index].metadata.ownerReferences
      let known = owners.first { $0.controller == true }?.uid ?? ""
      return uid.isEmpty || known.isEmpty || known == uid
    }.map { pods[$0] }
  }
}
