import Findings
import OrderedCollections
import Provenance

extension CauseGroup {
  /// How much evidence one root cause shows at most: enough to believe it, few enough to read.
  private static let evidenceLimit = 6
  /// How much of it may come from the claim that speaks for all, so that others are seen too.
  private static let firstEvidenceLimit = 5

  /// The root cause without its rank; confidence is the strongest claim's, for claims do not add up.
  var rootCause: RootCause {
    let finding = first.finding
    let explained = explained
    return RootCause(
      cause: finding.cause, refines: finding.refines, rank: 0, confidence: finding.confidence,
      severity: claims.map(\.finding.severity).max() ?? finding.severity,
      playbook: finding.playbook, object: finding.object, affected: affected, says: finding.says,
      why: why, evidence: evidence, explains: explained,
      alternatives: alternatives(explaining: explained), remedies: remedies)
  }

  private var why: String {
    for claim in claims where !claim.finding.why.isEmpty { return claim.finding.why }
    return ""
  }

  /// Whether a single finding is all there is to it, as it mostly is.
  private var isSingle: Bool { claims.count == 1 && first.symptoms.isEmpty }

  private var findings: [Finding] {
    claims.flatMap { [$0.finding] + $0.symptoms }
  }

  private var affected: [AffectedObject] {
    if isSingle { return [first.finding.affected] }
    var byName: OrderedDictionary<AffectedObject, AffectedObject> = [:]
    for affected in findings.map(\.affected) {
      let name = AffectedObject(affected.object, container: affected.container)
      if byName[name]?.owner == nil { byName[name] = affected }
    }
    let named = Set(byName.keys.filter { $0.container != nil }.map(\.object))
    return byName.filter { $0.key.container != nil || !named.contains($0.key.object) }
      .values.sorted()
  }

  private var explained: [String] {
    if isSingle { return [] }
    return Set(claims.flatMap(\.symptoms).map(\.cause)).subtracting([first.finding.cause]).sorted()
  }

  private var evidence: [Evidence] {
    var seen: [Evidence] = []
    var chosen: [Evidence] = []
    for (index, claim) in claims.enumerated() {
      let limit = index == 0 ? Self.firstEvidenceLimit : 1
      var left = min(limit, Self.evidenceLimit - chosen.count)
      for piece in claim.finding.evidence.withoutEchoes
      where !seen.contains(where: { $0.showsSame(as: piece) }) {
        seen.append(piece)
        guard left > 0 else { continue }
        chosen.append(piece)
        left -= 1
      }
      if chosen.count == Self.evidenceLimit { break }
    }
    return chosen
  }

  private func alternatives(explaining explained: [String]) -> [Alternative] {
    var alternatives: [Alternative] = []
    func add(_ alternative: Alternative) {
      let cause = alternative.cause
      guard cause != first.finding.cause, !explained.contains(cause) else { return }
      guard let known = alternatives.firstIndex(where: { $0.cause == cause }) else {
        return alternatives.append(alternative)
      }
      if alternative.confidence > alternatives[known].confidence {
        alternatives[known] = alternative
      }
    }
    for claim in claims { claim.beaten.forEach(add) }
    for claim in claims { claim.finding.alternatives.forEach(add) }
    return alternatives.sorted {
      $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.cause < $1.cause
    }
  }

  /// Each advice once, from the mildest to the harshest, and as the rule ordered them among equals.
  private var remedies: [Remedy] {
    let distinct = claims.count == 1 ? first.finding.remedies.distinct : distinctRemedies
    return Remedy.Risk.allCases.flatMap { risk in distinct.filter { $0.risk == risk } }
  }

  private var distinctRemedies: [Remedy] {
    var seen = Set<String>()
    return claims.flatMap(\.finding.remedies).filter { seen.insert($0.says).inserted }
  }
}

extension [Remedy] {
  /// Each advice once; those of one finding are few.
  fileprivate var distinct: [Remedy] {
    indices.filter { index in
      !self[..<index].contains { $0.says == self[index].says }
    }.map { self[$0] }
  }
}

extension [Evidence] {
  /// Without pieces that say and quote what one before them does, such as an event about a state that is shown too.
  fileprivate var withoutEchoes: [Evidence] {
    indices.filter { index in
      !self[..<index].contains { $0.saysAllOf(self[index]) }
    }.map { self[$0] }
  }
}

extension Evidence {
  /// Whether another piece adds nothing but a place: the same words, and the same quote but for what stands before it.
  fileprivate func saysAllOf(_ other: Evidence) -> Bool {
    guard says == other.says, let quote, let others = other.quote, !others.isEmpty else {
      return false
    }
    return quote.hasSuffix(others) || others.hasSuffix(quote) && !quote.isEmpty
  }

  /// Whether two pieces of evidence are the same for a reader.
  fileprivate func showsSame(as other: Evidence) -> Bool {
    if let place, let others = other.place { return place == others }
    return place == other.place && object == other.object && field == other.field
      && says == other.says
  }
}
