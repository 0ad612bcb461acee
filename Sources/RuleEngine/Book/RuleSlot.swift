import CEL
import Synchronization

/// A rule's place in a book: its entry, the rule once it was needed, and how often it ran out of
/// steps.
final class RuleSlot: Sendable {
  let entry: RuleEntry
  private let context: RuleContext
  private let rule: Lazy<Attempt<Rule, RuleErrors>>
  private let overruns: Overruns

  /// How often a rule ran out of steps, whichever replica of it was asked.
  private final class Overruns: Sendable {
    let count = Atomic<Int>(0)
  }

  convenience init(_ entry: RuleEntry, in context: RuleContext) {
    self.init(entry, in: context, Overruns())
  }

  private init(_ entry: RuleEntry, in context: RuleContext, _ overruns: Overruns) {
    self.entry = entry
    self.context = context
    self.overruns = overruns
    rule = Lazy {
      Attempt { () throws(RuleErrors) in
        try context.compile(
          entry.premise(), Lazy { Attempt { () throws(RuleErrors) in try entry.source() } },
          entry.isPacked ? .unchecked : .checked)
      }
    }
  }

  /// The same rule, to be compiled once more.
  func replica() -> RuleSlot { RuleSlot(entry, in: context, overruns) }

  /// The rule, read and compiled.
  func compiled() throws(RuleErrors) -> Rule {
    try rule.value.get()
  }

  /// Calls `body` with the rule, read and compiled, without counting it.
  func withRule<Result>(
    _ body: (Rule) throws(RuleErrors) -> Result
  ) throws(RuleErrors) -> Result {
    try rule.withValue { compiled throws(RuleErrors) in
      switch compiled {
      case .success(let rule): return try body(rule)
      case .failure(let errors): throw errors
      }
    }
  }

  /// Notes that the rule ran out of steps once more.
  func noteOverrun() {
    overruns.count.wrappingAdd(1, ordering: .relaxed)
  }

  func hasOverrun(moreThan limit: Int) -> Bool {
    overruns.count.load(ordering: .relaxed) >= limit
  }
}
