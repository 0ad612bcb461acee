import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a probe.
enum ProbeFacts {
  /// A probe with the pod and container it belongs to.
  struct Base: Sendable {
    var probe: ProbeStory
    var container: ContainerCase
    var pod: PodCase
  }

  static let table = FactTable<Base>([
    "kind": { .string($0.probe.kind.rawValue) },
    "method": { .string($0.probe.method) },
    "field": { .string($0.probe.path) },
    "port": { .number($0.probe.port) },
    "target": { .string(target(of: $0.probe)) },
    "path": { .string($0.probe.probe.httpGet?.path ?? "") },
    "command": { .string($0.probe.probe.exec?.command.joined(separator: " ") ?? "") },
    "initialDelay": { .number($0.probe.initialDelay) },
    "period": { .number($0.probe.period) },
    "timeout": { .number($0.probe.timeout) },
    "failureThreshold": { .number($0.probe.failureThreshold) },
    "budget": { .number($0.probe.budget) },
    "failures": { .number($0.probe.failureCount) },
    "failure": { .string($0.probe.lastFailure) },
    "failureKind": { .string($0.probe.failureKind) },
    "statusCode": { .number($0.probe.statusCode) },
    "failureAge": { .seconds($0.pod.facts.age(of: $0.probe.failures.last?.last)) },
    "event": { base in
      .fact(base.probe.failures.last.map { EventFacts.object($0, in: base.pod.facts) })
    },
    "restarted": { .bool($0.probe.restartedContainer) },
    "portDeclared": { base in .bool(base.probe.isPortDeclared(by: base.container)) },
    "portListens": { base in .bool(base.container.listens(on: base.probe.port)) },
    "otherPorts": { .numbers($0.container.otherPorts(than: $0.probe.port)) },
  ])

  static func object(_ base: Base) -> FactObject {
    FactObject(base, table, origin: base.pod.origin)
  }

  /// What it asks, as a person would say it: `GET :8080/healthz`, `tcp :5432`, `cat /tmp/healthy`.
  private static func target(of probe: ProbeStory) -> String {
    let port = probe.port.map(String.init) ?? "?"
    if let get = probe.probe.httpGet { return "GET :\(port)\(get.path)" }
    if probe.probe.grpc != nil { return "grpc :\(port)" }
    if probe.probe.tcpSocket != nil { return "tcp :\(port)" }
    return probe.probe.exec?.command.joined(separator: " ") ?? ""
  }
}

extension ProbeStory {
  /// Whether the container names the probe's port among its own.
  func isPortDeclared(by container: ContainerCase) -> Bool {
    container.life.spec.ports.contains { Int($0.containerPort) == port }
  }
}

extension ContainerCase {
  /// Whether a log says that the program listens on `port`.
  func listens(on port: Int?) -> Bool { port.map(listeningPorts.contains) ?? false }

  /// Ports that the container declares or says it listens on, other than `port`.
  func otherPorts(than port: Int?) -> [Int] {
    var ports: [Int] = []
    for other in listeningPorts + life.spec.ports.map({ Int($0.containerPort) })
    where other != port && !ports.contains(other) {
      ports.append(other)
    }
    return ports
  }

  /// Whether a log says that the program listens, and on other ports only.
  func hearsOtherPorts(than port: Int?) -> Bool {
    !listeningPorts.isEmpty && !listens(on: port)
  }

  private var listeningPorts: [Int] {
    (logs.current?.listeningPorts ?? []) + (logs.previous?.listeningPorts ?? [])
  }
}
