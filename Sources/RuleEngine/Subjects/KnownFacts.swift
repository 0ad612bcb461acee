import CEL
import Synchronization

/// The facts of one object that were asked for, by their slots.
///
/// Of the dozens of facts that an object offers few are asked for, so only those take room and have to be freed. They
/// are read without a lock, which was a fiftieth of a review.
struct KnownFacts: ~Copyable, Sendable {
  /// How many slots there can be; tables of facts are ours, and the largest has half as many.
  private static let mostSlots = 128

  /// The address of the page that was added last, 0 before the first.
  private let last = Atomic<UInt>(0)

  init(slots: Int) {
    precondition(slots <= Self.mostSlots, "too many facts")
  }

  deinit {
    var address = last.load(ordering: .acquiring)
    while let page = FactPage(at: address) {
      address = page.earlier
      page.free()
    }
  }

  /// The fact of a slot; nil where nobody asked for it.
  subscript(slot: Int) -> Value? {
    var address = last.load(ordering: .acquiring)
    while let page = FactPage(at: address) {
      if let value = page.value(of: slot) { return value }
      address = page.earlier
    }
    return nil
  }

  /// Keeps the fact of a slot, and gives that which is kept: another where somebody was faster.
  ///
  /// Two may not note at the same time.
  func note(_ value: Value, at slot: Int) -> Value {
    if let known = self[slot] { return known }
    let latest = last.load(ordering: .relaxed)
    if let page = FactPage(at: latest), page.add(value, at: slot) { return value }
    let page = FactPage(after: latest)
    _ = page.add(value, at: slot)
    last.store(page.address, ordering: .releasing)
    return value
  }
}
