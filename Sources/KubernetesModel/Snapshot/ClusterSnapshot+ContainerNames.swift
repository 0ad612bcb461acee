import Provenance

extension ClusterSnapshot.Builder {
  /// The objects, with names for the containers that tables show without, where events or logs tell them.
  static func namingContainers(
    _ objects: [LoadedObject], _ logged: [ObjectReference: Set<String>]
  ) -> [LoadedObject] {
    let unnamed = objects.indices.filter { objects[$0].holdsUnnamedContainer }
    guard !unnamed.isEmpty else { return objects }
    let pods = Set(unnamed.map { objects[$0].reference })
    var names: [ObjectReference: ContainerNames] = [:]
    for case let event as Event in objects.lazy.compactMap(\.value) {
      let pod = ObjectReference(
        kind: event.involvedObject.kind, namespace: event.involvedObject.namespace,
        name: event.involvedObject.name)
      if pods.contains(pod) { names[pod, default: ContainerNames()].add(event) }
    }
    for (pod, containers) in logged where names[pod] == nil && pods.contains(pod) {
      names[pod] = ContainerNames(logged: containers)
    }
    var objects = objects
    for index in unnamed {
      guard var pod = objects[index].value as? Pod, let found = names[objects[index].reference]
      else { continue }
      found.name(&pod)
      objects[index].value = pod
    }
    return objects
  }
}

extension LoadedObject {
  fileprivate var holdsUnnamedContainer: Bool {
    guard origin == .text, let pod = value as? Pod else { return false }
    return (pod.spec.containers + pod.spec.initContainers).contains {
      UnnamedContainer.isName($0.name)
    }
  }
}

/// The names of a pod's containers that its events tell.
private struct ContainerNames {
  private var containers: Set<String> = []
  private var initContainers: Set<String> = []

  init() {}

  init(logged containers: Set<String>) {
    self.containers = containers
  }

  mutating func add(_ event: Event) {
    let path = event.involvedObject.fieldPath
    if let name = Self.name(in: path, after: "spec.containers{") {
      containers.insert(name)
    } else if let name = Self.name(in: path, after: "spec.initContainers{") {
      initContainers.insert(name)
    } else if path.isEmpty, event.reason == "BackOff",
      let name = Self.restarted(in: event.message)
    {
      containers.insert(name)
    }
  }

  /// Names the only container, and the only init container; of several it is not known which is which.
  func name(_ pod: inout Pod) {
    let isInitializing = !pod.spec.initContainers.isEmpty
    if !isInitializing, let name = only(of: containers) {
      Self.name(name, &pod, \.containers, \.containerStatuses)
    }
    if let name = only(of: initContainers.isEmpty && isInitializing ? containers : initContainers) {
      Self.name(name, &pod, \.initContainers, \.initContainerStatuses)
    }
  }

  private func only(of names: Set<String>) -> String? { names.count == 1 ? names.first : nil }

  private static func name(
    _ name: String, _ pod: inout Pod, _ containers: WritableKeyPath<PodSpec, [Container]>,
    _ statuses: WritableKeyPath<PodStatus, [ContainerStatus]>
  ) {
    let named = pod.spec[keyPath: containers]
    guard named.count == 1, UnnamedContainer.isName(named[0].name) else { return }
    pod.spec[keyPath: containers][0].name = name
    guard pod.status[keyPath: statuses].count == 1 else { return }
    pod.status[keyPath: statuses][0].name = name
  }

  private static func name(in path: String, after prefix: String) -> String? {
    guard path.hasPrefix(prefix), path.hasSuffix("}") else { return nil }
    return String(path.dropFirst(prefix.count).dropLast())
  }

  /// Kubelet's words: `Back-off restarting failed container app in pod web-1_shop(…)`.
  private static func restarted(in message: String) -> String? {
    let words = message.split(separator: " ", maxSplits: 7)
    guard message.hasPrefix("Back-off restarting failed container "), words.count > 5,
      words[5] == "in"
    else { return nil }
    return String(words[4])
  }
}
