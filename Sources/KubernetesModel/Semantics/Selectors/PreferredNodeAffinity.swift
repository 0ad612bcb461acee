/// How much a pod prefers a node by its preferred node affinity.
package struct PreferredNodeAffinity: Hashable, Sendable {
  private struct Preference: Hashable, Sendable {
    var term: NodeMatcherTerm
    var weight: Int64
  }

  private let preferences: [Preference]

  /// Terms without weight or requirements do not count, not even their errors.
  package init(
    _ terms: [PreferredSchedulingTerm], at path: String? = nil
  ) throws(SelectorError) {
    preferences = terms.enumerated().compactMap { index, preferred in
      let place = "\(path ?? "")[\(index)]"
      guard preferred.weight != 0 else { return nil }
      return NodeMatcherTerm(preferred.preference, at: place)
        .map { Preference(term: $0, weight: Int64(preferred.weight)) }
    }
    let messages = preferences.flatMap(\.term.messages)
    guard messages.isEmpty else { throw SelectorError(messages) }
  }

  /// Whether nothing is preferred, so that every node scores alike.
  package var isEmpty: Bool { preferences.isEmpty }

  /// The sum of the weights of the terms that match the node.
  package func score(_ node: Node) -> Int64 {
    preferences.reduce(0) { sum, preference in
      let isMatch = preference.term.matches(
        labels: node.metadata.labels, name: node.metadata.name)
      return isMatch ? sum &+ preference.weight : sum
    }
  }
}
