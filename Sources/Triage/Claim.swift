import Findings
import Provenance

/// A finding that stands for itself, with the symptoms that it explains and the weaker claims that it beat.
struct Claim {
  var finding: Finding
  var symptoms: [Finding]
  var beaten: [Alternative] = []

  init(of finding: Finding, explaining symptoms: [Finding]) {
    self.finding = finding
    self.symptoms = symptoms
  }

  /// Turns each claim into an alternative of a stronger one where a rule says so.
  ///
  /// Both must be about the same object and playbook, and one rule must name the other as its alternative. Expects
  /// the strongest first.
  static func settled(_ claims: [Claim]) -> [Claim] {
    var standing: [Claim] = []
    var byAffected: [ObjectReference: [Int]] = [:]
    for claim in claims {
      let affected = claim.finding.affected.object
      let rivals = byAffected[affected] ?? []
      if let winner = rivals.first(where: { standing[$0].competes(with: claim) }) {
        standing[winner].absorb(claim)
      } else {
        byAffected[affected, default: []].append(standing.count)
        standing.append(claim)
      }
    }
    return standing
  }

  private func competes(with weaker: Claim) -> Bool {
    finding.cause != weaker.finding.cause && finding.playbook == weaker.finding.playbook
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
