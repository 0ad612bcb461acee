import KubernetesModel

/// The pods of a dump by their names, to tell whose log a file is.
struct KnownPods {
  /// The pods that a name can mean.
  enum Match {
    case none
    case one(LogOwner)
    case several([LogOwner])
  }

  /// Names of files under which people save the only log that they have.
  private static let plainNames: Set<String> = [
    "log", "logs", "pod", "app", "container", "current", "previous", "output", "stdout", "stderr",
  ]
  /// Folders further up say nothing about a log.
  private static let deepestHint = 5

  let pods: [Pod]
  let positions: [String: [Int]]

  init(_ snapshot: ClusterSnapshot) {
    pods = snapshot.pods
    positions = Dictionary(grouping: pods.indices, by: { snapshot.pods[$0].metadata.name })
  }

  var isEmpty: Bool { pods.isEmpty }

  /// The pod that an owner names; names of folders tell between pods that share a name.
  func match(_ owner: LogOwner, hintedBy folders: [String]) -> Match {
    let named = (positions[owner.pod] ?? []).map { pods[$0] }.filter { pod in
      (owner.namespace.isEmpty || pod.metadata.namespace == owner.namespace)
        && (owner.container.isEmpty || pod.hasContainer(named: owner.container))
    }
    return narrowed(named, by: folders.dropLast(), container: owner.container)
  }

  /// The pod that is named in a path, whole or in a part of it, with what else names it there.
  func match(path parts: [String]) -> Match {
    for index in parts.indices.suffix(Self.deepestHint).reversed() {
      let found = mentions(in: parts[index])
      guard !found.isEmpty else { continue }
      let deeper = parts[(index + 1)...]
      let fitting = found.compactMap { mention -> (Pod, String)? in
        container(in: mention, deeper).map { (mention.pod, $0) }
      }
      guard let container = fitting.first?.1 else { continue }
      return narrowed(fitting.map(\.0), by: parts[..<index], container: container)
    }
    return onlyMatch(for: parts)
  }

  /// What can be meant where no pod is named: the only pod that has such a container, or the only pod.
  private func onlyMatch(for parts: [String]) -> Match {
    guard let name = parts.last else { return .none }
    let having = pods.filter { $0.hasContainer(named: name) && !$0.containerNames.isEmpty }
    if having.count == 1 { return .one(having[0].owner(container: name)) }
    guard pods.count == 1, Self.plainNames.contains(name) else { return .none }
    return .one(pods[0].owner(container: ""))
  }

  private func narrowed(_ pods: [Pod], by folders: ArraySlice<String>, container: String) -> Match {
    guard let first = pods.first else { return .none }
    if pods.count == 1 { return .one(first.owner(container: container)) }
    let hinted = pods.filter { folders.contains($0.metadata.namespace) }
    if hinted.count == 1 { return .one(hinted[0].owner(container: container)) }
    return .several(pods.map { $0.owner(container: container) })
  }
}

extension Pod {
  /// kubectl's name for the container whose logs it shows when none is named.
  private static let defaultContainerAnnotation = "kubectl.kubernetes.io/default-container"

  var containerNames: [String] {
    (spec.initContainers + spec.containers).map(\.name)
      + spec.ephemeralContainers.map(\.name)
  }

  /// Whether the pod has the container, as far as the dump shows its containers.
  func hasContainer(named name: String) -> Bool {
    let names = containerNames
    return names.isEmpty || names.contains(name) || names.contains(where: UnnamedContainer.isName)
  }

  /// The pod as the owner of a log; without a container that is the one that `kubectl logs` takes.
  func owner(container: String) -> LogOwner {
    let preferred = metadata.annotations[Self.defaultContainerAnnotation] ?? ""
    let standard = hasContainer(named: preferred) ? preferred : spec.containers.first?.name ?? ""
    return LogOwner(
      namespace: metadata.namespace, pod: metadata.name,
      container: container.isEmpty ? standard : container)
  }
}
