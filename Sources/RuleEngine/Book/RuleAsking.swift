/// One of the subjects that rules are asked about together.
struct RuleAsking {
  let scope: RuleScope
  var verdicts = RuleVerdicts()
  /// The numbers of the rules that can apply to the subject, ascending.
  private let candidates: [Int]
  private var next = 0

  init(_ scope: RuleScope, _ candidates: [Int]) {
    self.scope = scope
    self.candidates = candidates
  }

  /// Whether a rule can apply to the subject; rules are named in ascending order.
  mutating func reaches(_ number: Int) -> Bool {
    while next < candidates.count, candidates[next] < number { next += 1 }
    return next < candidates.count && candidates[next] == number
  }
}
