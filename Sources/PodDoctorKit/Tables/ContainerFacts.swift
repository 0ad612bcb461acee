import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a container, besides the fields of its spec.
enum ContainerFacts {
  /// A container with the pod it belongs to.
  struct Base: Sendable {
    var container: ContainerCase
    var pod: PodCase
    var life: ContainerLife { container.life }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.life.name) },
    "role": { .string($0.life.role.rawValue) },
    "field": { .string($0.life.path) },
    "manifestPath": { .string(manifestPath($0)) },
    "statusField": { .text($0.life.statusPath) },
    "state": { .string($0.life.state) },
    "reason": { .string($0.life.reason) },
    "message": { .string($0.life.waiting?.message ?? $0.life.exit?.state.message ?? "") },
    "ready": { .bool($0.life.isReady) },
    "started": { .bool($0.life.hasStarted) },
    "restarts": { .number($0.life.restarts) },
    "runningFor": { .seconds($0.pod.facts.age(of: $0.life.running?.startedAt)) },
    "ending": { base in .string(base.container.ending(in: base.pod).rawValue) },
    "killer": { base in
      .fact(base.container.killer(in: base.pod).map { probe($0.probe, base) })
    },
    "killerKnown": { base in .bool(base.container.killer(in: base.pod)?.isCertain ?? false) },
    "clue": { base in
      .fact(
        base.container.clue.map {
          ClueFacts.object(.init(clue: $0, container: base.container, pod: base.pod))
        })
    },
    "auxiliary": { .bool($0.life.isAuxiliary) },
    "endless": { .bool($0.life.runsForever) },
    "openScript": { .text(script($0)?.missingWord) },
    "demandedVariables": { .texts(demanded($0)) },
    "preStop": { .text(preStop($0)?.does) },
    "preStopSeconds": { .number(preStop($0)?.sleeps) },
    "exit": { base in .fact(base.life.exit.map { ExitFacts.object($0, of: base.pod) }) },
    "image": { .string($0.container.image) },
    "imageName": { .fact(ImageFacts.object($0.container.image, of: $0.pod)) },
    "commandLine": {
      .string(($0.life.spec.command + $0.life.spec.args).joined(separator: " "))
    },
    "program": { .string($0.life.spec.command.first ?? $0.life.spec.args.first ?? "") },
    "memoryLimit": { .text($0.life.spec.resources.limits["memory"]?.description) },
    "resourcesShown": { .bool(showsResources($0)) },
    "portNumbers": { .numbers($0.life.spec.ports.map { Int($0.containerPort) }) },
    "envNames": { .texts($0.life.spec.env.map(\.name)) },
    "texts": { base in .facts(base.container.texts.map { TextFacts.object($0, in: base.pod.facts) })
    },
    "events": { base in
      .facts(base.container.events.map { EventFacts.object($0, in: base.pod.facts) })
    },
    "log": { base in
      .fact(base.container.decisiveLog.map { LogFacts.object($0, of: base.pod.reference) })
    },
    "probes": { base in .facts(base.container.probes.map { probe($0, base) }) },
    "liveness": { .fact(probe(.liveness, $0)) },
    "readiness": { .fact(probe(.readiness, $0)) },
    "startup": { .fact(probe(.startup, $0)) },
    "hosts": { base in
      .facts(
        base.container.hosts(seenFrom: base.pod.namespace).map {
          HostFacts.object(.init(host: $0, pod: base.pod))
        })
    },
    "runAsUser": { .number(security($0)?.runAsUser.map(Int.init)) },
    "runAsNonRoot": { .bool(security($0)?.runAsNonRoot ?? false) },
    "readOnlyRoot": { .bool($0.life.spec.securityContext?.readOnlyRootFilesystem ?? false) },
    "references": { base in
      .facts(
        base.pod.references.filter { $0.container == base.life.name }.map {
          ReferenceFacts.object($0, of: base.pod)
        })
    },
  ])

  /// Whether the dump would show limits and requests if there were any; the API server writes `resources` always.
  private static func showsResources(_ base: Base) -> Bool {
    guard base.pod.facts.snapshot.isPartial(base.pod.reference) else { return true }
    return base.pod.origin.root.flatMap(base.life.node)?["resources"] != nil
  }

  /// Where the container stands in the manifest that a person changes, as a JSONPath.
  private static func manifestPath(_ base: Base) -> String {
    PodManifestFacts.podSpec(of: base.pod.manifest)
      + ".\(base.life.list)[?(@.name==\"\(base.life.name)\")]"
  }

  static func object(_ container: ContainerCase, of pod: PodCase) -> FactObject {
    let root = pod.origin.root
    let origin = Origin(pod.reference, root: root, node: root.flatMap(container.life.node))
    return FactObject(Base(container: container, pod: pod), table, origin: origin)
  }

  private static func probe(_ kind: ProbeStory.Kind, _ base: Base) -> FactObject? {
    base.container.probes.first { $0.kind == kind }.map { probe($0, base) }
  }

  private static func probe(_ probe: ProbeStory, _ base: Base) -> FactObject {
    ProbeFacts.object(.init(probe: probe, container: base.container, pod: base.pod))
  }

  private static func script(_ base: Base) -> ShellScript? { ShellScript(of: base.life.spec) }

  /// Variables that the script wants and that the container does not define.
  private static func demanded(_ base: Base) -> [String] {
    guard base.life.spec.envFrom.isEmpty else { return [] }
    let defined = Set(base.life.spec.env.map(\.name))
    return (script(base)?.demandedVariables ?? []).filter { !defined.contains($0) }
  }

  private static func preStop(_ base: Base) -> PreStopStory? {
    base.life.spec.lifecycle?.preStop.map(PreStopStory.init)
  }

  private static func security(_ base: Base) -> SecurityContext? {
    base.pod.pod.spec.effectiveSecurityContext(of: base.life.spec.securityContext)
  }
}

/// What rules can ask of the end of a container.
enum ExitFacts {
  /// An exit with the pod it belongs to.
  struct Base: Sendable {
    var exit: ContainerLife.Exit
    var pod: PodCase
  }

  static let table = FactTable<Base>([
    "code": { .int(Int64($0.exit.state.exitCode)) },
    "means": { base in
      .text(base.pod.facts.glossary["exits", "\(base.exit.state.exitCode)"]?.says)
    },
    "words": { .string($0.exit.words) },
    "quoted": { .string($0.exit.quoted) },
    "signal": { .number($0.exit.signal) },
    "reason": { .string($0.exit.state.reason) },
    "message": { .string($0.exit.state.message) },
    "ranFor": { .seconds($0.exit.ranFor) },
    "age": { .seconds($0.pod.facts.age(of: $0.exit.state.finishedAt)) },
    "field": { .string($0.exit.path) },
  ])

  static func object(_ exit: ContainerLife.Exit, of pod: PodCase) -> FactObject {
    FactObject(Base(exit: exit, pod: pod), table, origin: pod.origin)
  }
}
