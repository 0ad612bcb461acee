import Basics
import KubernetesModel
import Provenance

/// Pods that have not ended by the controllers that they name as theirs.
struct OwnedPods: Sendable {
  private let pods: [Pod]
  /// Places of pods by their controllers.
  private let places: PlaceIndex

  /// Those among all pods, which are looked at in place, because there may be thousands and a copy is large.
  init(among pods: [Pod]) {
    self.pods = pods
    places = PlaceIndex(count: pods.count) { place in
      pods[place].isTerminal ? nil : pods[place].controller.hashValue
    }
  }

  /// The pods of a controller; those that know it by another id are of an earlier one, and texts show no ids.
  func pods(of controller: ObjectReference, uid: String) -> [Pod] {
    places.places(controller.hashValue) { pods[$0].controller == controller }.filter { index in
      let owners = pods[index].metadata.ownerReferences
      let known = owners.first { $0.controller == true }?.uid ?? ""
      return uid.isEmpty || known.isEmpty || known == uid
    }.map { pods[$0] }
  }
}

extension Pod {
  /// The controller that it names as its own; a reference to nothing where it names none.
  fileprivate var controller: ObjectReference {
    metadata.controllerReference ?? ObjectReference(kind: "", name: "")
  }
}
