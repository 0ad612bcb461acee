package import Findings
import OrderedCollections
import Provenance

/// Turns what rules found into ranked root causes.
///
/// Symptoms vanish into what explains them, one cause of many objects becomes one root cause, and
/// causes that compete become alternatives. The order of the findings does not matter.
package struct Triage: Sendable {
  package init() {}

  /// The causes that nothing else explains, best first.
  package func rootCauses(of findings: [Finding]) -> [RootCause] {
    let findings = OrderedSet(findings.map(\.withSoundConfidence).withoutNeedlessFallbacks)
      .sorted { $0.isStronger(than: $1) }
    let derivation = Derivation(among: findings)
    let roots = derivation.roots
    var claims = zip(roots, derivation.reached(from: roots)).map { root, symptoms in
      Claim(of: findings[root], explaining: symptoms.map { findings[$0] })
    }
    claims = Claim.settled(claims)
    return ranked(CauseGroup.groups(of: claims).map(\.rootCause))
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

extension [Finding] {
  /// How sure a finding has to be, so that nothing else need be said about what it affects.
  private static var sufficient: Double { 0.5 }

  /// These findings without fallbacks about objects of which a serious finding speaks that is sure enough.
  fileprivate var withoutNeedlessFallbacks: [Finding] {
    guard contains(where: \.isFallback) else { return self }
    let explained = Set(
      filter { !$0.isFallback && $0.severity >= .warning && $0.confidence >= Self.sufficient }
        .map(\.affected.object))
    return filter { !$0.isFallback || !explained.contains($0.affected.object) }
  }
}

extension Finding {
  /// This finding with a confidence from 0 to 1, whatever a rule computed.
  fileprivate var withSoundConfidence: Finding {
    var finding = self
    finding.confidence = confidence.isNaN ? 0 : min(1, max(0, confidence))
    return finding
  }
}
