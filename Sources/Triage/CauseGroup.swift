import Findings
import OrderedCollections
import Provenance

/// All claims that are one root cause: the same cause of the same object to change.
struct CauseGroup {
  private struct Identity: Hashable {
    var cause: String
    var object: ObjectReference
    var key: String
  }

  /// Strongest first, so that the first speaks for all.
  private(set) var claims: [Claim]

  /// Groups `claims`, strongest first, and folds each group into one about the same object that explains it.
  static func groups(of claims: [Claim]) -> [CauseGroup] {
    var byIdentity: OrderedDictionary<Identity, CauseGroup> = [:]
    for claim in claims {
      let finding = claim.finding
      let identity = Identity(cause: finding.cause, object: finding.object, key: finding.key)
      byIdentity[identity, default: CauseGroup(claims: [])].claims.append(claim)
    }
    return OrderedDictionary(grouping: byIdentity.values, by: \.first.finding.object)
      .values.flatMap { folded(Array($0)) }
  }

  var first: Claim { claims[0] }

  private static func folded(_ groups: [CauseGroup]) -> [CauseGroup] {
    var standing = groups
    let causes = groups.indices.filter {
      groups[$0].claims.contains { !$0.finding.explains.isEmpty }
    }
    for symptom in groups.indices.reversed() {
      let cause = causes.first {
        $0 != symptom && standing[$0].explains(standing[symptom])
      }
      guard let cause else { continue }
      let folded = standing[symptom]
      standing[cause].absorb(folded)
      standing[symptom].claims = []
    }
    return standing.filter { !$0.claims.isEmpty }
  }

  private func explains(_ other: CauseGroup) -> Bool {
    guard !claims.isEmpty, !other.claims.isEmpty else { return false }
    let symptom = other.first.finding
    guard symptom.cause != first.finding.cause else { return false }
    let isNamed = claims.contains { claim in
      claim.finding.explains.contains { $0 == symptom.cause || $0 == symptom.refines }
    }
    return isNamed
      && claims.contains { mine in
        other.claims.contains { mine.finding.affected.sharesContainer(with: $0.finding.affected) }
      }
  }

  private mutating func absorb(_ other: CauseGroup) {
    claims[0].finding.explains += other.claims.flatMap(\.finding.explains)
    claims[0].symptoms += other.claims.flatMap { [$0.finding] + $0.symptoms }
    claims[0].beaten += other.claims.flatMap(\.beaten)
  }
}
