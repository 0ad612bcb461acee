import KubernetesModel

/// What a ``NodeTable`` takes from a node.
struct NodeRow: Sendable {
  var object: Node
  var labels: LabelSet
  var allocatable: Allocatable

  init(_ node: Node, symbols: inout some SymbolSource) {
    object = node
    labels = LabelSet(node.metadata.labels, in: &symbols)
    allocatable = Allocatable(node.status.allocatable, symbols: &symbols)
  }

  var name: String { object.metadata.name }
  var taints: [Taint] { object.spec.taints }
  var isUnschedulable: Bool { object.spec.unschedulable }
}
