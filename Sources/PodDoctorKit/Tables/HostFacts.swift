import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a host that a container speaks of.
enum HostFacts {
  /// A host, and the pod that speaks of it.
  struct Base: Sendable {
    var host: MentionedHost
    var pod: PodCase

    /// Whether the host can only be a Service: two labels may as well be a domain of the outside.
    var isOfCluster: Bool {
      guard let namespace = host.namespace, host.service != nil else { return false }
      return namespace == pod.namespace || host.host.contains(".svc")
        || pod.facts.snapshot.namespacesSeen.contains(namespace)
    }

    /// Whether the dump holds the Services of the host's namespace, so that an absent one does not
    /// exist.
    var isKnown: Bool {
      guard isOfCluster, let namespace = host.namespace, pod.facts.holds("Service") else {
        return false
      }
      return namespace == pod.namespace || !pod.facts.services(in: namespace).isEmpty
        || !pod.facts.pods(in: namespace).isEmpty
    }

    /// The Service that the host names, where the dump holds it.
    var selection: ServiceSelection? {
      guard let name = host.service, let namespace = host.namespace,
        let service = pod.facts.service(name, in: namespace)
      else { return nil }
      return ServiceSelection(service, among: pod.facts.pods(in: namespace))
    }
  }

  static let table = FactTable<Base>([
    "host": { .string($0.host.host) },
    "port": { .number($0.host.port) },
    "service": { .text($0.host.service) },
    "namespace": { .text($0.host.namespace) },
    "exists": { .bool($0.selection != nil) },
    "known": { .bool($0.isKnown) },
    "inCluster": { .bool($0.isOfCluster) },
    "selecting": { .bool($0.selection?.isSelecting ?? false) },
    "readyPods": { base in
      .number(base.selection?.pods.filter(\.isReady).count ?? 0)
    },
    "pods": { .number($0.selection?.pods.count ?? 0) },
    "selectsThisPod": { base in
      .bool(
        base.selection?.pods.contains { $0.metadata.name == base.pod.pod.metadata.name } ?? false)
    },
    "onlyThisWorkload": { base in .bool(isOnlyWorkload(base)) },
  ])

  static func object(_ base: Base) -> FactObject {
    let reference = ObjectReference(
      kind: "Service", namespace: base.host.namespace ?? "", name: base.host.service ?? "")
    return FactObject(base, table, origin: base.pod.facts.origin(of: reference))
  }

  /// Whether all pods behind the Service belong to the workload that waits for it.
  private static func isOnlyWorkload(_ base: Base) -> Bool {
    guard let pods = base.selection?.pods, !pods.isEmpty else { return false }
    return pods.allSatisfy { base.pod.facts.ownership.workload(of: $0) == base.pod.workload }
  }
}
