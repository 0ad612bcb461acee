import Basics
import Findings
import KubernetesModel

extension Completeness {
  /// Namespaces whose Services pods in trouble speak to, and of which the dump holds nothing.
  func namespaces(meantBy troubled: [Pod]) -> [DiagnosisReport.Gap] {
    let held = Set(scope.facts.snapshot.namespacesSeen.filter(isHeld))
    var missing: [String: String] = [:]
    for pod in troubled {
      for host in Self.serviceHosts(of: pod) {
        guard let namespace = host.namespace, !held.contains(namespace) else { continue }
        if missing[namespace] == nil { missing[namespace] = host.host }
      }
    }
    return missing.sorted { $0.key < $1.key }.prefix(3).map { namespace, host in
      .init(
        missing: "namespace \(namespace)",
        weakens: "whether anything answers at \(host) cannot be seen",
        command: "kubectl -n \(namespace) get services,endpointslices,pods,events -o yaml")
    }
  }

  /// Whether the dump holds more of a namespace than its name.
  private func isHeld(_ namespace: String) -> Bool {
    !scope.facts.pods(in: namespace).isEmpty || !scope.facts.services(in: namespace).isEmpty
  }

  /// Names that can only be those of Services: others may as well be a domain of the outside.
  private static func serviceHosts(of pod: Pod) -> [MentionedHost] {
    let (initial, regular) = (pod.spec.initContainers, pod.spec.containers)
    // By index, because a container that is handed out is a copy of it.
    guard
      regular.indices.contains(where: { mayNameService(regular[$0]) })
        || initial.indices.contains(where: { mayNameService(initial[$0]) })
    else { return [] }
    let containers = initial + regular
    let texts = containers.flatMap { $0.command + $0.args + $0.env.map(\.value) }
    return HostScanner.hosts(in: texts, seenFrom: pod.metadata.namespace).filter {
      $0.host.split(separator: ".").contains("svc") && $0.namespace != pod.metadata.namespace
    }
  }

  /// Whether what a container is told is worth taking apart.
  private static func mayNameService(_ container: Container) -> Bool {
    container.command.contains(where: mayNameService)
      || container.args.contains(where: mayNameService)
      || container.env.indices.contains { mayNameService(container.env[$0].value) }
  }

  private static func mayNameService(_ text: String) -> Bool {
    text.holds(".svc")
  }
}
