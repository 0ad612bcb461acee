/// A comparison of two values, which stops when it becomes too long.
struct Comparison {
  private var stepsLeft = 20_000_000

  mutating func areEqual(_ one: Value, _ two: Value, depth: Int) -> Bool {
    stepsLeft &-= 1
    guard stepsLeft > 0 else { return false }
    return switch (one, two) {
    case (.string(let one), .string(let two)): one.hasSameScalars(as: two)
    case (.bool(let one), .bool(let two)): one == two
    case (.null, .null): true
    case (.bytes(let one), .bytes(let two)): one == two
    case (.list(let one), .list(let two)): depth > 0 && areEqual(one, two, depth: depth - 1)
    case (.map(let one), .map(let two)): depth > 0 && areEqual(one, two, depth: depth - 1)
    case (.timestamp(let one), .timestamp(let two)): one == two
    case (.duration(let one), .duration(let two)): one == two
    case (.type(let one), .type(let two)): one == two
    case (.optional(.none), .optional(.none)): true
    case (.optional(.some(let one)), .optional(.some(let two))):
      depth > 0 && areEqual(one, two, depth: depth - 1)
    case (.object(let one), .object(let two)): one.isEqual(to: two)
    default: one.numericOrder(to: two) == .same
    }
  }

  private mutating func areEqual(
    _ one: any ListObject, _ two: any ListObject, depth: Int
  ) -> Bool {
    guard one.count == two.count else { return false }
    for index in 0..<one.count {
      guard areEqual(one.element(at: index), two.element(at: index), depth: depth) else {
        return false
      }
    }
    return true
  }

  private mutating func areEqual(_ one: any MapObject, _ two: any MapObject, depth: Int) -> Bool {
    guard one.count == two.count else { return false }
    for key in one.keys {
      guard let first = one.member(for: key), let second = two.member(for: key),
        areEqual(first, second, depth: depth)
      else { return false }
    }
    return true
  }
}
