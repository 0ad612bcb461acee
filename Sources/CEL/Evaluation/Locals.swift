/// What the variables of comprehensions are bound to.
///
/// Most expressions bind three at most, for which no array is made.
struct Locals {
  private var first = Value.null
  private var second = Value.null
  private var third = Value.null
  private var others: [Value] = []

  init(count: Int) {
    for _ in 0..<max(0, count - 3) { others.append(.null) }
  }

  subscript(_ slot: Int) -> Value {
    get {
      switch slot {
      case 0: first
      case 1: second
      case 2: third
      default: others[slot - 3]
      }
    }
    set {
      switch slot {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      default: others[slot - 3] = newValue
      }
    }
  }
}
