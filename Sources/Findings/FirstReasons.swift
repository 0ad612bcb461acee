import Basics

/// Tells which findings are the first of their reason, which is told once for all of them.
package struct FirstReasons {
  private var rules = NameNumbers()
  /// The meanings of each rule's findings so far, of which a rule has one or two.
  private var meanings: [[String]] = []

  package init() {}

  /// Whether no finding before had the same reason.
  package mutating func isNew(_ finding: ReviewFinding) -> Bool {
    let rule = rules.number(of: finding.rule)
    if rule == meanings.count { meanings.append([]) }
    if meanings[rule].contains(finding.why) { return false }
    meanings[rule].append(finding.why)
    return true
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 4_096

  /// The numbers of the findings that are the first of their reason, among those that are meant.
  package static func firsts(
    of findings: [ReviewFinding], where isMeant: @Sendable (ReviewFinding) -> Bool
  ) -> [Int] {
    let candidates = findings.stretches(of: chunk).concurrentMap { range in
      var reasons = FirstReasons()
      var firsts: [Int] = []
      for index in range where isMeant(findings[index]) && reasons.isNew(findings[index]) {
        firsts.append(index)
      }
      return firsts
    }
    var reasons = FirstReasons()
    return candidates.joined().filter { reasons.isNew(findings[$0]) }
  }
}
