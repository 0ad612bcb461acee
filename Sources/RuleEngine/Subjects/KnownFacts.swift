import CEL

/// The facts of one object that were asked for, by their slots.
///
/// Of the dozens of facts that an object offers few are asked for, so only those take room and have to be freed.
struct KnownFacts: Sendable {
  /// How many slots there can be; tables of facts are ours, and the largest has half as many.
  private static let mostSlots = 128

  /// How many facts most objects are asked for at most.
  private static let usual = 4

  /// A bit for each slot whose fact is known.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// The known facts, in the order of their slots.
  private var values: [Value] = []

  init(slots: Int) {
    precondition(slots <= Self.mostSlots, "too many facts")
  }

  /// The fact of a slot; nil where nobody asked for it.
  subscript(slot: Int) -> Value? { isKnown(slot) ? values[place(of: slot)] : nil }

  /// Keeps the fact of a slot.
  mutating func note(_ value: Value, at slot: Int) {
    let place = place(of: slot)
    if isKnown(slot) {
      values[place] = value
      return
    }
    if values.isEmpty { values.reserveCapacity(Self.usual) }
    values.insert(value, at: place)
    if slot < 64 { low |= 1 &<< UInt64(slot) } else { high |= 1 &<< UInt64(slot &- 64) }
  }

  private func isKnown(_ slot: Int) -> Bool {
    (slot < 64 ? low &>> UInt64(slot) : high &>> UInt64(slot &- 64)) & 1 != 0
  }

  /// How many of the slots before this one are known.
  private func place(of slot: Int) -> Int {
    if slot < 64 { return (low & (1 &<< UInt64(slot) &- 1)).nonzeroBitCount }
    return low.nonzeroBitCount &+ (high & (1 &<< UInt64(slot &- 64) &- 1)).nonzeroBitCount
  }
}
