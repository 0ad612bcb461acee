package import KubernetesModel

/// A node selector over symbols: any of its terms must match.
///
/// A term that upstream could not parse matches nothing, nor does one that asks for nothing.
package struct NodeSelectorMatcher: Hashable, Sendable {
  private var terms: [NodeTermMatcher]

  package init(_ selector: NodeSelector, symbols: SymbolTable) {
    terms = selector.nodeSelectorTerms.compactMap { NodeTermMatcher($0, symbols: symbols) }
  }

  package func matches(_ node: NodeID, in cluster: ClusterState) -> Bool {
    terms.contains { $0.matches(node, in: cluster) }
  }
}

/// One term of a node selector; all of its requirements must match.
package struct NodeTermMatcher: Hashable, Sendable {
  private var expressions: [NodeRequirement] = []
  private var fields: [NodeFieldRequirement] = []

  /// Nil when the term is empty or cannot be parsed: it matches no node.
  package init?(_ term: NodeSelectorTerm, symbols: SymbolTable) {
    guard !term.matchExpressions.isEmpty || !term.matchFields.isEmpty else { return nil }
    for expression in term.matchExpressions {
      guard let requirement = NodeRequirement(expression, symbols: symbols) else { return nil }
      expressions.append(requirement)
    }
    for field in term.matchFields {
      guard let requirement = NodeFieldRequirement(field) else { return nil }
      fields.append(requirement)
    }
  }

  package func matches(_ node: NodeID, in cluster: ClusterState) -> Bool {
    for expression in expressions
    where !expression.matches(cluster.nodes.labels[node.index], symbols: cluster.symbols) {
      return false
    }
    for field in fields where !field.matches(cluster.nodes.names[node.index]) { return false }
    return true
  }
}

/// One requirement on a node's labels.
private struct NodeRequirement: Hashable, Sendable {
  enum Operation: Hashable, Sendable {
    case isIn([Symbol])
    case notIn([Symbol])
    case exists
    case absent
    case greater(Int64)
    case less(Int64)
  }

  var key: Symbol
  var operation: Operation

  init?(_ requirement: NodeSelectorRequirement, symbols: SymbolTable) {
    key = symbols.find(requirement.key)
    let values = requirement.values
    switch requirement.operator {
    case "In" where !values.isEmpty: operation = .isIn(values.map(symbols.find))
    case "NotIn" where !values.isEmpty: operation = .notIn(values.map(symbols.find))
    case "Exists" where values.isEmpty: operation = .exists
    case "DoesNotExist" where values.isEmpty: operation = .absent
    case "Gt", "Lt":
      guard values.count == 1, let bound = Int64(values[0]) else { return nil }
      operation = requirement.operator == "Gt" ? .greater(bound) : .less(bound)
    default: return nil
    }
  }

  func matches(_ labels: LabelSet, symbols: SymbolTable) -> Bool {
    let value = labels[key]
    switch operation {
    case .isIn(let values): return value.map(values.contains) ?? false
    case .notIn(let values): return value.map { !values.contains($0) } ?? true
    case .exists: return value != nil
    case .absent: return value == nil
    case .greater(let bound):
      return value.flatMap { Int64(symbols.text(of: $0)) }.map { $0 > bound } ?? false
    case .less(let bound):
      return value.flatMap { Int64(symbols.text(of: $0)) }.map { $0 < bound } ?? false
    }
  }
}

/// One requirement on a node's fields, of which there is only `metadata.name`.
private struct NodeFieldRequirement: Hashable, Sendable {
  var isName: Bool
  var value: String
  var isNegated: Bool

  init?(_ requirement: NodeSelectorRequirement) {
    guard requirement.values.count == 1 else { return nil }
    switch requirement.operator {
    case "In": isNegated = false
    case "NotIn": isNegated = true
    default: return nil
    }
    isName = requirement.key == "metadata.name"
    value = requirement.values[0]
  }

  func matches(_ name: String) -> Bool { ((isName ? name : "") == value) != isNegated }
}

/// What a pod demands of its node: `nodeSelector` and required node affinity together.
package struct RequiredNodeAffinity: Hashable, Sendable {
  private var labels: LabelMatcher
  private var selector: NodeSelectorMatcher?

  package init(_ pod: Pod, symbols: SymbolTable) {
    var selector = LabelSelector()
    selector.matchLabels = pod.spec.nodeSelector
    labels = LabelMatcher(selector, symbol: symbols.find)
    self.selector =
      pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      .map { NodeSelectorMatcher($0, symbols: symbols) }
  }

  package func matches(_ node: NodeID, in cluster: ClusterState) -> Bool {
    guard labels.matches(cluster.nodes.labels[node.index]) else { return false }
    return selector?.matches(node, in: cluster) ?? true
  }
}

/// Preferred node selector terms, each with the weight that a match adds.
package struct PreferredNodeAffinity: Hashable, Sendable {
  private struct Term: Hashable, Sendable {
    var matcher: NodeTermMatcher
    var weight: Int64
  }

  private var terms: [Term]

  package init(_ terms: [PreferredSchedulingTerm], symbols: SymbolTable) {
    self.terms = terms.compactMap { term in
      guard term.weight != 0 else { return nil }
      return NodeTermMatcher(term.preference, symbols: symbols)
        .map { Term(matcher: $0, weight: Int64(term.weight)) }
    }
  }

  /// The sum of the weights of the terms that match `node`.
  package func score(_ node: NodeID, in cluster: ClusterState) -> Int64 {
    terms.reduce(0) { $1.matcher.matches(node, in: cluster) ? $0 + $1.weight : $0 }
  }
}
