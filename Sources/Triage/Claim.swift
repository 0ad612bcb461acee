import Findings
import Provenance

/// A finding that stands for itself, with the symptoms that it explains and the weaker claims that it beat.
struct Claim {
  var finding: Finding
  var symptoms: [Finding]
  var beaten: [Alternative] = []
  /// The numbers of the object that suffers and of the object to change.
  let affected: Int
  let blamed: Int

  init(of found: NumberedFindings, at place: Int, explaining symptoms: [Int]) {
    finding = found.findings[place]
    self.symptoms = symptoms.map { found.findings[$0] }
    affected = found.affected[place]
    blamed = found.blamed[place]
  }

  /// Turns each claim into an alternative of a stronger one where a rule says so.
  ///
  /// Both must be about the same object and playbook, and one rule must name the other as its alternative. Expects
  /// the strongest first, of objects with numbers less than `objectCount`.
  static func settled(_ claims: [Claim], objectCount: Int) -> [Claim] {
    var standing: [Claim] = []
    standing.reserveCapacity(claims.count)
    var byAffected = [Rivals](repeating: Rivals(), count: objectCount)
    for claim in claims {
      if let winner = byAffected[claim.affected].winner(over: claim, among: standing) {
        standing[winner].absorb(claim)
      } else {
        byAffected[claim.affected].add(claim, at: standing.count)
        standing.append(claim)
      }
    }
    return standing
  }

  /// Whether one of this and a weaker claim of another cause is an alternative of the other.
  func competes(with weaker: Claim) -> Bool {
    finding.playbook == weaker.finding.playbook
      && finding.affected.sharesContainer(with: weaker.finding.affected)
      && (finding.names(weaker.finding) || weaker.finding.names(finding))
  }

  private mutating func absorb(_ weaker: Claim) {
    let other = weaker.finding
    let entry = finding.alternatives.first { $0.cause == other.cause || $0.cause == other.refines }
    beaten.append(
      Alternative(
        cause: other.cause, confidence: other.confidence, unless: entry?.unless ?? finding.says))
    beaten += weaker.beaten
    symptoms += weaker.symptoms.filter { $0.cause != finding.cause }
  }
}

extension Finding {
  /// Whether this finding's rule says that `other` may be the truth instead.
  fileprivate func names(_ other: Finding) -> Bool {
    alternatives.contains { $0.cause == other.cause || $0.cause == other.refines }
  }
}
