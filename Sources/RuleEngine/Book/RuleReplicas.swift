import Synchronization

/// The rules of a book, once for each processor that asks them at the same time.
///
/// A compiled rule is hundreds of objects that are counted whenever the rule is asked, and processors that count the
/// same object take its memory from each other: counting up was a fifth of a review with one copy for two processors,
/// and is an eighth with two.
final class RuleReplicas: Sendable {
  private let replicas: [Lazy<[RuleSlot]>]
  /// A bit for each replica that somebody is asking.
  private let taken = Atomic<UInt64>(0)

  /// How many there may be: each takes the memory of all rules that were asked.
  private static let most = 16

  init(_ slots: [RuleSlot]) {
    var replicas = [Lazy { slots }]
    while replicas.count < Self.most { replicas.append(Lazy { slots.map { $0.replica() } }) }
    self.replicas = replicas
  }

  /// Calls `body` with rules that nobody else is asking; with shared ones where all replicas are taken.
  func withReplica<Result>(_ body: ([RuleSlot]) -> Result) -> Result {
    guard let number = take() else { return body(replicas[0].value) }
    defer { taken.bitwiseAnd(~(1 << UInt64(number)), ordering: .releasing) }
    return body(replicas[number].value)
  }

  /// The number of the first replica that nobody is asking, which is then taken.
  private func take() -> Int? {
    var known = taken.load(ordering: .relaxed)
    while true {
      let number = (~known).trailingZeroBitCount
      guard number < replicas.count else { return nil }
      let (isTaken, found) = taken.weakCompareExchange(
        expected: known, desired: known | 1 << UInt64(number), ordering: .acquiring)
      if isTaken { return number }
      known = found
    }
  }
}
