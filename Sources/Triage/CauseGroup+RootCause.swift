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
    return RootCause(
      cause: finding.cause, refines: finding.refines, rank: 0, confidence: finding.confidence,
      severity: claims.map(\.finding.severity).max() ?? finding.severity,
      playbook: finding.playbook, object: finding.object, affected: affected, says: finding.says,
      why: claims.lazy.map(\.finding.why).first { !$0.isEmpty } ?? "", evidence: evidence,
      explains: explained, alternatives: alternatives, remedies: remedies)
  }

  private var findings: [Finding] {
    claims.flatMap { [$0.finding] + $0.symptoms }
  }

  private var affected: [AffectedObject] {
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
    Set(claims.flatMap(\.symptoms).map(\.cause)).subtracting([first.finding.cause]).sorted()
  }

  private var evidence: [Evidence] {
    var seen = Set<String>()
    var chosen: [Evidence] = []
    for (index, claim) in claims.enumerated() {
      let limit = index == 0 ? Self.firstEvidenceLimit : 1
      let fresh = claim.finding.evidence.withoutEchoes.filter {
        seen.insert($0.identity).inserted
      }
      chosen += fresh.prefix(min(limit, Self.evidenceLimit - chosen.count))
      if chosen.count == Self.evidenceLimit { break }
    }
    return chosen
  }

  private var alternatives: [Alternative] {
    let excluded = Set([first.finding.cause] + explained)
    var byCause: OrderedDictionary<String, Alternative> = [:]
    let all = claims.flatMap(\.beaten) + claims.flatMap(\.finding.alternatives)
    for alternative in all where !excluded.contains(alternative.cause) {
      let known = byCause[alternative.cause]?.confidence ?? -1
      if alternative.confidence > known { byCause[alternative.cause] = alternative }
    }
    return byCause.values.sorted {
      $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.cause < $1.cause
    }
  }

  /// Each advice once, from the mildest to the harshest, and as the rule ordered them among equals.
  private var remedies: [Remedy] {
    var seen = Set<String>()
    let distinct = claims.flatMap(\.finding.remedies).filter { seen.insert($0.says).inserted }
    return Remedy.Risk.allCases.flatMap { risk in distinct.filter { $0.risk == risk } }
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

  /// What makes two pieces of evidence the same for a reader.
  fileprivate var identity: String {
    if let place { return "\(place)" }
    return "\(object.kind)/\(object.namespace)/\(object.name) \(field) \(says)"
  }
}
