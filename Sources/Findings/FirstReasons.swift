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
}
