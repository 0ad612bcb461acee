import Basics
import KubernetesModel

extension EventNote {
  /// Reasons that the kubelet uses for single containers.
  private static let containerReasons: Set<String> = [
    "Failed", "BackOff", "Pulling", "Pulled", "Created", "Started", "Killing", "Unhealthy",
    "ErrImageNeverPull", "InspectFailed",
  ]

  /// This event with the container it is about, found by its text where it bears no field path.
  ///
  /// `kubectl describe` and `kubectl get events` leave the path out.
  func attributed(in pod: Pod) -> EventNote {
    guard container == nil, Self.containerReasons.contains(reason) else { return self }
    var note = self
    note.container = pod.containerNamed(in: message)
    return note
  }
}

extension Pod {
  /// The container that a text is about: the only one, else the only one whose name or image stands in it.
  fileprivate func containerNamed(in message: String) -> String? {
    let (initial, regular) = (spec.initContainers, spec.containers)
    if initial.isEmpty, regular.count == 1 { return regular[0].name }
    let all = initial + regular
    if all.count == 1 { return all[0].name }
    let named = all.filter { container in
      ["container \(container.name) ", "container=\(container.name) ", ": \(container.name))"]
        .contains { message.range(of: $0) != nil }
        || message.hasSuffix("container \(container.name)")
        || message.hasSuffix("container: \(container.name)")
    }
    if named.count == 1 { return named[0].name }
    let pulled = all.filter { message.range(of: "\"\($0.image)\"") != nil }
    return pulled.count == 1 ? pulled[0].name : nil
  }
}
