/// The order of two values.
enum Ordering {
  case ascending, same, descending
  /// A number that is not a number has no order.
  case unordered
}

extension Value {
  /// Whether two values are equal as CEL sees it: numbers across their types, never an error.
  ///
  /// Values nested deeper than `depth` are held unequal, so that no input can exhaust the stack.
  func isEqual(to other: Value, depth: Int = 512) -> Bool {
    switch (self, other) {
    case (.string(let one), .string(let two)): one.hasSameScalars(as: two)
    case (.bool(let one), .bool(let two)): one == two
    case (.null, .null): true
    case (.bytes(let one), .bytes(let two)): one == two
    case (.list(let one), .list(let two)): depth > 0 && Value.areEqual(one, two, depth)
    case (.map(let one), .map(let two)): depth > 0 && Value.areEqual(one, two, depth)
    case (.timestamp(let one), .timestamp(let two)): one == two
    case (.duration(let one), .duration(let two)): one == two
    case (.type(let one), .type(let two)): one == two
    case (.optional(let one), .optional(let two)): depth > 0 && Value.areEqual(one, two, depth)
    case (.object(let one), .object(let two)): one.isEqual(to: two)
    default: numericOrder(to: other) == .same
    }
  }

  private static func areEqual(_ one: any ListObject, _ two: any ListObject, _ depth: Int) -> Bool {
    guard one.count == two.count else { return false }
    return (0..<one.count).allSatisfy {
      one.element(at: $0).isEqual(to: two.element(at: $0), depth: depth - 1)
    }
  }

  private static func areEqual(_ one: any MapObject, _ two: any MapObject, _ depth: Int) -> Bool {
    guard one.count == two.count else { return false }
    return one.keys.allSatisfy { key in
      guard let first = one.member(for: key), let second = two.member(for: key) else {
        return false
      }
      return first.isEqual(to: second, depth: depth - 1)
    }
  }

  private static func areEqual(_ one: Possible, _ two: Possible, _ depth: Int) -> Bool {
    switch (one, two) {
    case (.none, .none): true
    case (.some(let one), .some(let two)): one.isEqual(to: two, depth: depth - 1)
    default: false
    }
  }

  /// The order of two values, or nil when values of these types have none.
  func order(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.string(let one), .string(let two)):
      if one.hasSameScalars(as: two) { return .same }
      return one.precedesByScalars(two) ? .ascending : .descending
    case (.bytes(let one), .bytes(let two)):
      if one == two { return .same }
      return one.lexicographicallyPrecedes(two) ? .ascending : .descending
    case (.bool(let one), .bool(let two)): return ordering(one ? 1 : 0, two ? 1 : 0)
    case (.timestamp(let one), .timestamp(let two)): return ordering(one, two)
    case (.duration(let one), .duration(let two)):
      return ordering(one.nanoseconds, two.nanoseconds)
    default: return numericOrder(to: other)
    }
  }

  /// The order of two numbers of any types, or nil when one is not a number.
  func numericOrder(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.int(let one), .int(let two)): ordering(one, two)
    case (.uint(let one), .uint(let two)): ordering(one, two)
    case (.double(let one), .double(let two)): ordering(one, two)
    case (.int(let one), .uint(let two)):
      one < 0 ? .ascending : ordering(UInt64(one), two)
    case (.uint(let one), .int(let two)):
      two < 0 ? .descending : ordering(one, UInt64(two))
    case (.double(let one), .int(let two)): order(of: one, to: two)
    case (.double(let one), .uint(let two)): order(of: one, to: two)
    case (.int(let one), .double(let two)): order(of: two, to: one).reversed
    case (.uint(let one), .double(let two)): order(of: two, to: one).reversed
    default: nil
    }
  }

  private func order(of double: Double, to whole: some FixedWidthInteger) -> Ordering {
    // Like cel-go, a number outside the integer's range is beyond it, others compare as doubles.
    ordering(double, Double(whole))
  }

  private func ordering<T: Comparable>(_ one: T, _ two: T) -> Ordering {
    if one < two { return .ascending }
    if one > two { return .descending }
    return one == two ? .same : .unordered
  }
}

extension Ordering {
  var reversed: Ordering {
    switch self {
    case .ascending: .descending
    case .descending: .ascending
    case .same, .unordered: self
    }
  }
}
