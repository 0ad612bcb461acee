import CEL
import Synchronization

/// A rule's place in a book: its entry, the rule once it was needed, and how often it ran out of
/// steps.
final class RuleSlot: Sendable {
  let entry: RuleEntry
  private let rule: Lazy<Attempt<Rule, RuleErrors>>
  private let overruns = Atomic<Int>(0)

  init(_ entry: RuleEntry, in context: RuleContext) {
    self.entry = entry
    rule = Lazy {
      Attempt { () throws(RuleErrors) in
        try context.compile(
          entry.premise(), Lazy { Attempt { () throws(RuleErrors) in try entry.source() } },
          entry.isPacked ? .unchecked : .checked)
      }
    }
  }

  /// The rule, read and compiled.
  func compiled() throws(RuleErrors) -> Rule {
    try rule.value.get()
  }

  /// Notes that the rule ran out of steps once more.
  func noteOverrun() {
    overruns.wrappingAdd(1, ordering: .relaxed)
  }

  func hasOverrun(moreThan limit: Int) -> Bool {
    overruns.load(ordering: .relaxed) >= limit
  }
}
