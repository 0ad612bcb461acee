/// What the variables of comprehensions are bound to.
///
/// Most expressions bind none, for which there is nothing to free, or three at most, for which no array is made.
struct Locals {
  private var slots: Slots?

  private struct Slots {
    var first = Value.null
    var second = Value.null
    var third = Value.null
    var others: [Value]?
  }

  init(count: Int) {
    guard count > 0 else { return }
    slots = Slots(others: count > 3 ? Array(repeating: .null, count: count - 3) : nil)
  }

  subscript(_ slot: Int) -> Value {
    get {
      guard let slots else { return .null }
      return switch slot {
      case 0: slots.first
      case 1: slots.second
      case 2: slots.third
      default: slots.others?[slot - 3] ?? .null
      }
    }
    set {
      switch slot {
      case 0: slots?.first = newValue
      case 1: slots?.second = newValue
      case 2: slots?.third = newValue
      default: slots?.others?[slot - 3] = newValue
      }
    }
  }
}
