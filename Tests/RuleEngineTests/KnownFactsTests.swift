import CEL
import Synchronization
import Testing

@testable import RuleEngine

/// Holds facts as an object does that many threads ask.
private final class Holder: Sendable {
  let facts = KnownFacts(slots: 128)
  let lock = Mutex(())

  func note(_ number: Int, at slot: Int) -> Int? {
    lock.withLock { _ in facts.note(.int(Int64(number)), at: slot) }.number
  }
}

extension Value {
  fileprivate var number: Int? {
    guard case .int(let number) = self else { return nil }
    return Int(number)
  }
}

@Suite("Facts that were asked for") struct KnownFactsTests {
  @Test(
    "are there, and no others",
    arguments: [[], [0], [127], [63, 64], [5, 3, 1], Array(0..<7), Array(0..<8), Array(0..<128)])
  func present(slots: [Int]) {
    let holder = Holder()
    for slot in slots { #expect(holder.note(slot * 10, at: slot) == slot * 10) }
    for slot in 0..<128 {
      #expect(holder.facts[slot]?.number == (slots.contains(slot) ? slot * 10 : nil))
    }
  }

  @Test("stay what they first were") func first() {
    let holder = Holder()
    #expect(holder.note(1, at: 9) == 1)
    #expect(holder.note(2, at: 9) == 1)
    #expect(holder.facts[9]?.number == 1)
  }

  @Test("let go of what they hold") func freed() {
    weak var held: AnyObject?
    do {
      let object = FactObject(["fact": { .map([("a", .null)]) }])
      guard case .some(.map(let map)) = object.member("fact") else {
        Issue.record("the fact is no map")
        return
      }
      held = map
    }
    #expect(held == nil)
  }

  @Test("are read while others are added") func together() async {
    let holder = Holder()
    await withTaskGroup(of: Bool.self) { group in
      for start in 0..<4 {
        group.addTask {
          for round in 0..<128 {
            let slot = (round * 37 + start * 31) % 128
            if holder.note(slot, at: slot) != slot { return false }
            for other in 0..<128 {
              if let known = holder.facts[other], known.number != other { return false }
            }
          }
          return true
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
