import KubernetesModel

/// Completes pods as the API server does when they are created: API defaults and admission.
struct PodAdmission {
  private let limitRanges: [String: [LimitRange]]
  private let priorityClasses: [String: PriorityClass]
  private let globalDefault: PriorityClass?
  private let runtimeClasses: [String: RuntimeClass]

  init(in snapshot: ClusterSnapshot) {
    limitRanges = Dictionary(
      grouping: snapshot.limitRanges.map(\.withDefaults), by: \.metadata.namespace)
    let classes = snapshot.priorityClasses
    priorityClasses = Dictionary(classes.map { ($0.metadata.name, $0) }) { first, _ in first }
    // Of several global defaults the lowest counts.
    globalDefault = classes.filter(\.globalDefault).min { $0.value < $1.value }
    runtimeClasses = Dictionary(snapshot.runtimeClasses.map { ($0.metadata.name, $0) }) {
      first, _ in first
    }
  }

  /// The pod as it would be stored, still without a node.
  func admit(_ pod: Pod) -> Pod {
    var pod = pod.withDefaults
    if pod.metadata.namespace.isEmpty { pod.metadata.namespace = "default" }
    applyRuntimeClass(to: &pod)
    applyPriority(to: &pod)
    for range in limitRanges[pod.metadata.namespace] ?? [] { apply(range, to: &pod) }
    addTolerations(to: &pod)
    pod.status.phase = "Pending"
    return pod
  }

  private func applyRuntimeClass(to pod: inout Pod) {
    guard let name = pod.spec.runtimeClassName, let runtime = runtimeClasses[name] else { return }
    if pod.spec.overhead.isEmpty, let overhead = runtime.overhead {
      pod.spec.overhead = overhead.podFixed
    }
    guard let scheduling = runtime.scheduling else { return }
    pod.spec.nodeSelector.merge(scheduling.nodeSelector) { own, _ in own }
    for toleration in scheduling.tolerations where !pod.spec.tolerations.contains(toleration) {
      pod.spec.tolerations.append(toleration)
    }
  }

  private func applyPriority(to pod: inout Pod) {
    let name = pod.spec.priorityClassName
    let chosen = name.isEmpty ? globalDefault : priorityClasses[name]
    if name.isEmpty, let chosen { pod.spec.priorityClassName = chosen.metadata.name }
    let value = chosen?.value ?? Self.systemPriorities[name] ?? 0
    if pod.spec.priority == nil { pod.spec.priority = value }
    if pod.spec.preemptionPolicy == nil {
      pod.spec.preemptionPolicy = chosen?.preemptionPolicy ?? "PreemptLowerPriority"
    }
  }

  private static let systemPriorities: [String: Int32] = [
    "system-node-critical": 2_000_001_000, "system-cluster-critical": 2_000_000_000,
  ]

  /// LimitRanger's defaults; what it would refuse is not for the scheduler to say.
  private func apply(_ range: LimitRange, to pod: inout Pod) {
    for item in range.spec.limits where item.type == "Container" {
      for index in pod.spec.containers.indices {
        pod.spec.containers[index].resources.complete(from: item)
      }
      for index in pod.spec.initContainers.indices {
        pod.spec.initContainers[index].resources.complete(from: item)
      }
    }
  }

  /// DefaultTolerationSeconds: five minutes on nodes that are lost.
  private func addTolerations(to pod: inout Pod) {
    for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
      let isTolerated = pod.spec.tolerations.contains { own in
        (own.key == key || own.key.isEmpty) && (own.effect == "NoExecute" || own.effect.isEmpty)
      }
      if isTolerated { continue }
      var toleration = Toleration(tolerating: key, "NoExecute")
      toleration.tolerationSeconds = 300
      pod.spec.tolerations.append(toleration)
    }
  }
}

extension ResourceRequirements {
  fileprivate mutating func complete(from item: LimitRangeItem) {
    limits.complete(from: item.default)
    requests.complete(from: item.defaultRequest)
  }
}

extension Toleration {
  /// Tolerates every value of a taint.
  init(tolerating key: String, _ effect: String) {
    self.init()
    self.key = key
    self.operator = "Exists"
    self.effect = effect
  }
}
