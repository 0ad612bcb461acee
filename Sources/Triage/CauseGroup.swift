import Findings

/// All claims that are one root cause: the same cause of the same object to change.
struct CauseGroup {
  /// Strongest first, so that the first speaks for all.
  private(set) var claims: [Claim]

  /// Groups `claims`, strongest first, and folds each group into one about the same object that explains it.
  static func groups(of claims: [Claim], objectCount: Int) -> [CauseGroup] {
    var groups: [CauseGroup] = []
    var byBlamed = [[Int]](repeating: [], count: objectCount)
    var objects: [Int] = []
    for claim in claims {
      let known = byBlamed[claim.blamed]
      if let place = known.first(where: { groups[$0].isAbout(claim.finding) }) {
        groups[place].claims.append(claim)
      } else {
        if known.isEmpty { objects.append(claim.blamed) }
        byBlamed[claim.blamed].append(groups.count)
        groups.append(CauseGroup(claims: [claim]))
      }
    }
    return objects.flatMap { object in folded(byBlamed[object].map { groups[$0] }) }
  }

  /// Whether a finding that blames the same object is of the same cause.
  private func isAbout(_ finding: Finding) -> Bool {
    first.finding.cause == finding.cause && first.finding.key == finding.key
  }

  var first: Claim { claims[0] }

  private static func folded(_ groups: [CauseGroup]) -> [CauseGroup] {
    guard groups.count > 1 else { return groups }
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
