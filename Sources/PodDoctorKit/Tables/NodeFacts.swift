import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a node, besides the fields of its document.
enum NodeFacts {
  /// A node, and the facts it is seen among.
  struct Base: Sendable {
    var health: NodeHealth
    var facts: ClusterFacts
    var reference: ObjectReference {
      ObjectReference(kind: "Node", name: health.node.metadata.name)
    }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.health.node.metadata.name) },
    "partial": { .bool($0.facts.snapshot.isPartial($0.reference)) },
    "ready": { .bool($0.health.isReady) },
    "lost": { .bool($0.health.isLost) },
    "evictsAsUnready": { .bool($0.health.evictsAsUnready) },
    "pressures": { .texts($0.health.pressures) },
    "leaseAge": { .seconds($0.health.leaseAge) },
    "cordoned": { .bool($0.health.node.spec.unschedulable) },
    "readyMessage": { .string($0.health.condition("Ready")?.message ?? "") },
    "readyField": { .text(field(of: "Ready", $0)) },
    "notReadyFor": { .seconds($0.facts.age(of: $0.health.condition("Ready")?.lastTransitionTime)) },
    "age": { .seconds($0.facts.age(of: $0.health.node.metadata.creationTimestamp)) },
    "taintKeys": { .texts($0.health.node.spec.taints.map(\.key)) },
    "conditionFields": { .texts(conditionFields($0)) },
    "conditionMessages": { .texts(conditionMessages($0)) },
    "architecture": { .string($0.health.node.status.nodeInfo.architecture) },
    "events": { base in
      .facts(base.facts.events(about: base.reference).map { EventFacts.object($0, in: base.facts) })
    },
    "unexplained": { base in
      .facts(unexplained(base).map { EventFacts.object($0, in: base.facts) })
    },
    "texts": { base in .facts(texts(base).map { TextFacts.object($0, in: base.facts) }) },
    "pods": { base in
      .number(base.facts.snapshot.pods(onNode: base.health.node.metadata.name).count)
    },
    "seenAmongPods": { .bool(!$0.facts.snapshot.pods.isEmpty) },
    "wantedBy": { base in .number(wantedBy(base)) },
    "agents": { .texts(failingAgents($0)) },
    "drivers": { .texts(drivers($0)) },
    "driversKnown": { .bool($0.facts.holds("CSINode")) },
  ])

  static func object(_ base: Base) -> FactObject {
    FactObject(base, table, origin: base.facts.origin(of: base.reference))
  }

  private static func field(of type: String, _ base: Base) -> String? {
    base.health.node.status.conditions.firstIndex { $0.type == type }
      .map { "status.conditions[\($0)]" }
  }

  /// Where each condition stands, by its type.
  private static func conditionFields(_ base: Base) -> [String: String] {
    Dictionary(
      base.health.node.status.conditions.enumerated().map {
        ($1.type, "status.conditions[\($0)]")
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func conditionMessages(_ base: Base) -> [String: String] {
    Dictionary(
      base.health.node.status.conditions.map { ($0.type, $0.message) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many pods without a node would be allowed on this one if it were well.
  private static func wantedBy(_ base: Base) -> Int {
    base.facts.snapshot.pods.count { pod in
      pod.waitsForNode && NodeChoice(of: pod).wants(base.health.node)
    }
  }

  /// Pods of DaemonSets on the node's own network that are not ready there, such as those of a network plugin.
  private static func failingAgents(_ base: Base) -> [String] {
    base.facts.snapshot.pods(onNode: base.health.node.metadata.name).filter { pod in
      pod.spec.hostNetwork && !pod.isReady
        && pod.metadata.ownerReferences.contains { $0.kind == DaemonSet.kind }
    }.map { "\($0.metadata.namespace)/\($0.metadata.name)" }
  }

  static func texts(_ base: Base) -> [ClassifiedText] {
    base.health.node.status.conditions.enumerated().compactMap { index, condition in
      base.facts.texts.classify(
        condition.message, in: ["node", "sandbox"], reason: condition.reason,
        at: "status.conditions[\(index)].message", of: base.reference)
    }
  }

  static func unexplained(_ base: Base) -> [EventNote] {
    base.facts.unexplained(among: base.facts.events(about: base.reference))
  }

  private static func drivers(_ base: Base) -> [String] {
    let node = base.facts.snapshot.csiNodes.first {
      $0.metadata.name == base.health.node.metadata.name
    }
    return node?.spec.drivers.map(\.name) ?? []
  }
}
