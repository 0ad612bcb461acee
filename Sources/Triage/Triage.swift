import Basics
package import Findings
import Provenance

/// Turns what rules found into ranked root causes.
///
/// Symptoms vanish into what explains them, one cause of many objects becomes one root cause, and
/// causes that compete become alternatives. The order of the findings does not matter.
package struct Triage: Sendable {
  /// How many root causes are worth handing to another processor.
  private static let chunk = 128

  package init() {}

  /// The causes that nothing else explains, best first.
  package func rootCauses(of findings: [Finding]) -> [RootCause] {
    let findings = findings.withSoundConfidence.withoutNeedlessFallbacks.strongestFirst
    let derivation = Derivation(among: findings)
    let roots = derivation.roots
    var claims = zip(roots, derivation.reached(from: roots)).map { root, symptoms in
      Claim(of: findings[root], explaining: symptoms.map { findings[$0] })
    }
    claims = Claim.settled(claims)
    let groups = CauseGroup.groups(of: claims)
    return ranked(groups.concurrentMap(chunkSize: Self.chunk) { $0.rootCause })
  }

  /// The root causes of several clusters in one ranking.
  package func merged(_ clusters: [[RootCause]]) -> [RootCause] {
    ranked(clusters.flatMap(\.self))
  }

  private func ranked(_ causes: [RootCause]) -> [RootCause] {
    var causes = causes.map { (cause: $0, weight: $0.weight) }
      .sorted {
        if $0.weight != $1.weight { return $0.weight > $1.weight }
        return ($0.cause.cause, $0.cause.object, $0.cause.says, $0.cause.cluster ?? "")
          < ($1.cause.cause, $1.cause.object, $1.cause.says, $1.cause.cluster ?? "")
      }
      .map(\.cause)
    for index in causes.indices { causes[index].rank = index + 1 }
    return causes
  }
}

/// By index, because a finding that is handed out by an iterator is a copy of all its parts.
extension [Finding] {
  /// How sure a finding has to be, so that nothing else need be said about what it affects.
  private static var sufficient: Double { 0.5 }

  /// These findings with confidences from 0 to 1, whatever rules computed.
  fileprivate var withSoundConfidence: [Finding] {
    var findings = self
    for index in indices where !(0...1).contains(self[index].confidence) {
      findings[index].confidence =
        self[index].confidence.isNaN ? 0 : Swift.min(1, Swift.max(0, self[index].confidence))
    }
    return findings
  }

  /// These findings without fallbacks about objects of which a serious finding speaks that is sure enough.
  fileprivate var withoutNeedlessFallbacks: [Finding] {
    let fallbacks = indices.filter { self[$0].isFallback }
    guard !fallbacks.isEmpty else { return self }
    var explained: Set<ObjectReference> = []
    for index in indices where self[index].isSufficient(from: Self.sufficient) {
      explained.insert(self[index].affected.object)
    }
    let needless = Set(fallbacks.filter { explained.contains(self[$0].affected.object) })
    return indices.filter { !needless.contains($0) }.map { self[$0] }
  }

  /// These findings in the order in which they may speak, each once.
  fileprivate var strongestFirst: [Finding] {
    let order = indices.sorted { self[$0].isStronger(than: self[$1]) }
    var kept: [Int] = []
    /// Where in `kept` those begin that are as strong as the last.
    var equals = 0
    for index in order {
      if let last = kept.last, self[last].isStronger(than: self[index]) { equals = kept.count }
      if !kept[equals...].contains(where: { self[$0] == self[index] }) { kept.append(index) }
    }
    return kept.map { self[$0] }
  }
}

extension Finding {
  /// Whether this says what is wrong, and is at least as sure as `confidence`.
  fileprivate func isSufficient(from confidence: Double) -> Bool {
    !isFallback && severity >= .warning && self.confidence >= confidence
  }
}
