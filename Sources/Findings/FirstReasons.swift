/// Tells which findings are the first of their reason, which is told once for all of them.
package struct FirstReasons {
  /// The meanings of each rule's findings so far, of which a rule has one or two.
  private var meanings: [String: [String]] = [:]

  package init() {}

  /// Whether no finding before had the same reason.
  package mutating func isNew(_ finding: ReviewFinding) -> Bool {
    let why = finding.why
    if meanings[finding.rule]?.contains(why) == true { return false }
    meanings[finding.rule, default: []].append(why)
    return true
  }
}
