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
    let found = NumberedFindings(findings.withSoundConfidence).withoutNeedlessFallbacks
      .strongestFirst
    let derivation = Derivation(among: found)
    let roots = derivation.roots
    let claims = zip(roots, derivation.reached(from: roots)).map { root, symptoms in
      Claim(of: found, at: root, explaining: symptoms)
    }
    let groups = CauseGroup.groups(
      of: Claim.settled(claims, objectCount: found.objectCount), objectCount: found.objectCount)
    return ranked(groups.concurrentMap(chunkSize: Self.chunk) { $0.rootCause })
  }

  /// The root causes of several clusters in one ranking.
  package func merged(_ clusters: [[RootCause]]) -> [RootCause] {
    ranked(clusters.flatMap(\.self))
  }

  private func ranked(_ causes: [RootCause]) -> [RootCause] {
    let weights = causes.map(\.weight)
    let order = causes.indices.sorted {
      if weights[$0] != weights[$1] { return weights[$0] > weights[$1] }
      return causes[$0].precedes(causes[$1])
    }
    var ranked = order.map { causes[$0] }
    for index in ranked.indices { ranked[index].rank = index + 1 }
    return ranked
  }
}

extension RootCause {
  /// Whether this stands before another cause of the same weight.
  fileprivate func precedes(_ other: RootCause) -> Bool {
    if cause != other.cause { return cause < other.cause }
    if object != other.object { return object < other.object }
    return (says, cluster ?? "") < (other.says, other.cluster ?? "")
  }
}

extension [Finding] {
  /// These findings with confidences from 0 to 1, whatever rules computed.
  fileprivate var withSoundConfidence: [Finding] {
    var findings = self
    for index in indices where !(0...1).contains(self[index].confidence) {
      findings[index].confidence =
        self[index].confidence.isNaN ? 0 : Swift.min(1, Swift.max(0, self[index].confidence))
    }
    return findings
  }
}

extension NumberedFindings {
  /// These findings without fallbacks about objects of which a serious finding speaks that is sure enough.
  fileprivate var withoutNeedlessFallbacks: NumberedFindings {
    guard findings.contains(where: \.isFallback) else { return self }
    var isExplained = [Bool](repeating: false, count: objectCount)
    for index in findings.indices where findings[index].silencesFallbacks {
      isExplained[affected[index]] = true
    }
    return taking(
      findings.indices.filter { !findings[$0].isFallback || !isExplained[affected[$0]] })
  }

  /// These findings in the order in which they may speak, each once.
  fileprivate var strongestFirst: NumberedFindings {
    let order = findings.indices.sorted {
      findings[$0].isStrongerByKind(than: findings[$1]) ?? false
    }
    // Those of one kind are in the order of their objects mostly, as the dump is.
    let areInOrder = order.indices.dropFirst().allSatisfy {
      findings[order[$0 - 1]].isStronger(than: findings[order[$0]])
    }
    return taking(
      areInOrder
        ? order : distinct(order.sorted { findings[$0].isStronger(than: findings[$1]) }))
  }

  /// Places of findings, strongest first, each finding once.
  private func distinct(_ order: [Int]) -> [Int] {
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    /// Where in `kept` those begin that are as strong as the last.
    var equals = 0
    for index in order {
      if let last = kept.last, findings[last].isStronger(than: findings[index]) {
        equals = kept.count
      }
      if !kept[equals...].contains(where: { findings[$0] == findings[index] }) {
        kept.append(index)
      }
    }
    return kept
  }
}
