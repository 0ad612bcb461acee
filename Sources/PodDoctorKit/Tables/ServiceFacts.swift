import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a Service, besides the fields of its document.
enum ServiceFacts {
  /// A Service with what it selects, and the facts it is seen among.
  struct Base: Sendable {
    var selection: ServiceSelection
    var facts: ClusterFacts
    var reference: ObjectReference {
      ObjectReference(
        kind: "Service", namespace: selection.service.metadata.namespace,
        name: selection.service.metadata.name)
    }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.selection.service.metadata.name) },
    "namespace": { .string($0.selection.service.metadata.namespace) },
    "selecting": { .bool($0.selection.isSelecting) },
    "selector": { .texts($0.selection.service.spec.selector) },
    "pods": { .number($0.selection.pods.count) },
    "podNames": { .texts($0.selection.pods.map(\.metadata.name)) },
    "readyPods": { .number($0.selection.pods.filter(\.isReady).count) },
    "awaitsPods": { .bool($0.selection.isAwaitingPods(in: $0.facts.snapshot)) },
    "nearMisses": { .texts(forgotten($0).map(\.metadata.name)) },
    "missedLabels": { .texts(forgotten($0).first?.metadata.labels ?? [:]) },
    "targets": { base in .facts(base.selection.targets.map { TargetFacts.object($0, of: base) }) },
    "age": { .seconds($0.facts.age(of: $0.selection.service.metadata.creationTimestamp)) },
    "podsKnown": { .bool($0.facts.holds("Pod")) },
  ])

  private static func forgotten(_ base: Base) -> [Pod] {
    base.selection.forgottenPods(beside: base.facts.services(in: base.reference.namespace))
  }

  static func object(_ base: Base) -> FactObject {
    FactObject(base, table, origin: base.facts.origin(of: base.reference))
  }
}

/// What rules can ask of a port of a Service.
enum TargetFacts {
  /// A port with the Service it belongs to.
  struct Base: Sendable {
    var target: ServiceSelection.PortTarget
    var service: ServiceFacts.Base

    /// The containers of the selected pods.
    var containers: [ContainerCase] {
      service.selection.pods.flatMap { PodCase($0, in: service.facts).containers }
    }

    /// Those that are not there for the others: the ports of a proxy say nothing of the program.
    var programs: [ContainerCase] { containers.filter { !$0.life.isAuxiliary } }
  }

  static let table = FactTable<Base>([
    "heard": { base in
      .bool(base.programs.contains { $0.hearsOtherPorts(than: base.target.number) })
    },
    "field": { .string("spec.ports[\($0.target.index)]") },
    "port": { .number(Int($0.target.port.port)) },
    "target": { .string(name(of: $0.target.port)) },
    "named": { .bool(isNamed($0)) },
    "number": { .number($0.target.number) },
    "namesKnown": { base in .bool(namesAreKnown(base)) },
    "declared": { .bool($0.target.isDeclared) },
    "listens": { base in .bool(base.containers.contains { $0.listens(on: base.target.number) }) },
    "probed": { base in .bool(isProbed(base)) },
    "otherPorts": { base in .numbers(otherPorts(base)) },
    "declaredPorts": { base in .numbers(declaredPorts(base)) },
  ])

  static func object(_ target: ServiceSelection.PortTarget, of service: ServiceFacts.Base)
    -> FactObject
  {
    FactObject(
      Base(target: target, service: service), table,
      origin: service.facts.origin(of: service.reference))
  }

  /// The target as it is written; without one, the port itself.
  private static func name(of port: ServicePort) -> String {
    port.targetPort == .int(0) ? "\(port.port)" : port.targetPort.description
  }

  private static func isNamed(_ base: Base) -> Bool {
    guard case .string(let name) = base.target.port.targetPort else { return false }
    return Int(name) == nil
  }

  /// Whether the dump tells the names of the pods' ports; what older kubectl describes lacks them.
  private static func namesAreKnown(_ base: Base) -> Bool {
    base.service.selection.pods.contains { pod in
      !base.service.facts.snapshot.isPartial(pod.reference)
        || pod.spec.containers.contains { $0.ports.contains { !$0.name.isEmpty } }
    }
  }

  /// Whether a probe that succeeds asks the target port, so that something listens there.
  private static func isProbed(_ base: Base) -> Bool {
    base.containers.contains { container in
      container.life.isReady
        && container.probes.contains { $0.port == base.target.number && $0.method != "exec" }
    }
  }

  private static func otherPorts(_ base: Base) -> [Int] {
    Array(Set(base.programs.flatMap { $0.otherPorts(than: base.target.number) })).sorted()
  }

  private static func declaredPorts(_ base: Base) -> [Int] {
    Array(
      Set(base.programs.flatMap { $0.life.spec.ports.map { Int($0.containerPort) } })
    ).sorted()
  }
}
