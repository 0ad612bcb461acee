import KubernetesModel
import Provenance
import YAML

/// A Service with what it selects and what its ports lead to.
struct ServiceSelection: Sendable {
  /// A port of the Service, and whether the pods behind it have what it targets.
  struct PortTarget: Sendable {
    var index: Int
    var port: ServicePort
    /// The number that traffic goes to; nil when a named target is on none of the pods.
    var number: Int?
    /// Whether some selected pod declares the target among its container ports.
    var isDeclared: Bool
  }

  var service: Service
  /// The pods of the namespace that the selector takes, running or not.
  var pods: [Pod]
  var targets: [PortTarget]
  /// Pods of the namespace that the selector misses although they look meant: their workload bears the
  /// Service's name, or they share a label key with the selector.
  var nearMisses: [Pod]

  var isSelecting: Bool { !service.spec.selector.isEmpty && service.spec.type != "ExternalName" }

  init(_ service: Service, among pods: ArraySlice<Pod>) {
    self.service = service
    let selector = service.spec.selector
    let candidates = pods.filter {
      $0.metadata.namespace == service.metadata.namespace && !$0.isTerminal
    }
    let selected = candidates.filter { Self.takes($0, selector) }
    self.pods = selected
    targets = service.spec.ports.enumerated().map { Self.target($0, $1, on: selected) }
    nearMisses =
      selected.isEmpty ? candidates.filter { Self.looksMeant($0, for: service) } : []
  }

  private static func takes(_ pod: Pod, _ selector: [String: String]) -> Bool {
    !selector.isEmpty && selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
  }

  private static func target(_ index: Int, _ port: ServicePort, on pods: [Pod]) -> PortTarget {
    let declared = pods.flatMap { pod in pod.spec.containers.flatMap(\.ports) }
    switch port.targetPort {
    case .string(let name) where Int(name) == nil:
      let match = declared.first { $0.name == name }
      return PortTarget(
        index: index, port: port, number: match.map { Int($0.containerPort) },
        isDeclared: match != nil)
    case .string(let text):
      return numbered(index, port, Int(text) ?? 0, declared)
    case .int(let number) where number > 0:
      return numbered(index, port, Int(number), declared)
    default:
      return numbered(index, port, Int(port.port), declared)
    }
  }

  private static func numbered(
    _ index: Int, _ port: ServicePort, _ number: Int, _ declared: [ContainerPort]
  ) -> PortTarget {
    PortTarget(
      index: index, port: port, number: number,
      isDeclared: declared.contains { Int($0.containerPort) == number })
  }

  /// A label whose key the selector names with another value, or a name that begins like the Service's.
  private static func looksMeant(_ pod: Pod, for service: Service) -> Bool {
    let sharesKey = service.spec.selector.keys.contains { pod.metadata.labels[$0] != nil }
    let base = baseName(of: pod)
    return base == service.metadata.name
      || sharesKey && service.spec.selector.values.contains(base)
  }

  /// The name of the workload that made the pod, as the pod's own names tell it.
  private static func baseName(of pod: Pod) -> String {
    guard let owner = pod.metadata.controllerReference else { return pod.metadata.name }
    guard owner.kind == "ReplicaSet", let dash = owner.name.lastIndex(of: "-") else {
      return owner.name
    }
    return String(owner.name[..<dash])
  }

  /// The near misses that no other Service takes, or that share no label with the selector: a Service for
  /// replicas, canaries or a leader rightly has no pod while the others take all.
  func forgottenPods(beside others: [Service]) -> [Pod] {
    let selector = service.spec.selector
    return nearMisses.filter { pod in
      let labels = pod.metadata.labels
      guard selector.contains(where: { labels[$0.key] == $0.value }) else { return true }
      return !others.contains {
        $0.metadata.name != service.metadata.name && Self.takes(pod, $0.spec.selector)
      }
    }
  }

  /// Whether some controller would make pods that the Service takes, so that they are only absent.
  func isAwaitingPods(in snapshot: ClusterSnapshot) -> Bool {
    let namespace = service.metadata.namespace
    func makes(_ metadata: ObjectMeta, _ template: PodTemplateSpec?) -> Bool {
      guard metadata.namespace == namespace, let labels = template?.metadata.labels else {
        return false
      }
      return service.spec.selector.allSatisfy { labels[$0.key] == $0.value }
    }
    return snapshot.deployments.contains { makes($0.metadata, $0.spec.template) }
      || snapshot.statefulSets.contains { makes($0.metadata, $0.spec.template) }
      || snapshot.daemonSets.contains { makes($0.metadata, $0.spec.template) }
      || snapshot.replicaSets.contains { makes($0.metadata, $0.spec.template) }
  }
}
