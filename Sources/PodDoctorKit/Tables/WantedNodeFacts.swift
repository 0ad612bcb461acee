import CEL
import KubernetesModel
import RuleEngine
import YAML

/// What rules can ask of a node that a waiting pod would be allowed on if the node were well.
enum WantedNodeFacts {
  /// A node, the pod that wants it, and the facts both are seen among.
  struct Base: Sendable {
    var node: NodeFacts.Base
    var hindering: [Taint]
  }

  static let table = FactTable<Base>([
    "name": { .string($0.node.health.node.metadata.name) },
    "hindering": { .texts($0.hindering.map(\.key)) },
    "cordoned": { .bool($0.node.health.node.spec.unschedulable) },
    "node": { .fact(NodeFacts.object($0.node)) },
  ])

  /// The nodes that the pod wants, by name.
  static func all(of pod: PodCase) -> [FactObject] {
    let choice = NodeChoice(of: pod.pod)
    return choice.wanted(in: pod.facts.snapshot).map { node in
      let health = NodeHealth(node, leases: pod.facts.snapshot.leases, at: pod.facts.now)
      let base = Base(
        node: NodeFacts.Base(health: health, facts: pod.facts), hindering: choice.hindering(node))
      return FactObject(base, table, origin: pod.facts.origin(of: base.node.reference))
    }
  }
}
