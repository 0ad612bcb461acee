import KubernetesModel

/// A pod (anti-)affinity term over symbols.
package struct AffinityTerm: Hashable, Sendable {
  /// Sorted; the pod's own namespace when the term names none and has no namespace selector.
  package var namespaces: [Symbol]
  package var namespaceSelector: SymbolMatcher
  package var selector: SymbolMatcher
  package var topologyKey: Symbol

  /// Whether the term speaks of a pod with `labels` in `namespace`, whose labels are given.
  package func matches(
    _ labels: LabelSet, in namespace: Symbol, labeled namespaceLabels: LabelSet
  ) -> Bool {
    (namespaces.contains(namespace) || namespaceSelector.matches(namespaceLabels))
      && selector.matches(labels)
  }
}

/// A preferred term and its weight.
package struct WeightedAffinityTerm: Hashable, Sendable {
  package var term: AffinityTerm
  package var weight: Int64
}

extension WeightedAffinityTerm {
  init(
    _ term: WeightedPodAffinityTerm, of labels: LabelSet, in namespace: Symbol,
    symbols: inout some SymbolSource
  ) {
    self.init(
      term: AffinityTerm(term.podAffinityTerm, of: labels, in: namespace, symbols: &symbols),
      weight: Int64(term.weight))
  }
}

extension AffinityTerm {
  /// Reads a term of a pod in `namespace` whose labels are `labels`.
  init(
    _ term: PodAffinityTerm, of labels: LabelSet, in namespace: Symbol,
    symbols: inout some SymbolSource
  ) {
    var matcher = SymbolMatcher(term.labelSelector) { symbols.intern($0) }
    for key in term.matchLabelKeys {
      let key = symbols.intern(key)
      guard let value = labels[key] else { continue }
      matcher = matcher.narrowed(key: key, to: .isIn, value: value)
    }
    for key in term.mismatchLabelKeys {
      let key = symbols.intern(key)
      guard let value = labels[key] else { continue }
      matcher = matcher.narrowed(key: key, to: .notIn, value: value)
    }
    let named = term.namespaces.map { symbols.intern($0) }
    namespaces = named.isEmpty && term.namespaceSelector == nil ? [namespace] : named.sorted()
    namespaceSelector = SymbolMatcher(term.namespaceSelector) { symbols.intern($0) }
    selector = matcher
    topologyKey = symbols.intern(term.topologyKey)
  }
}
