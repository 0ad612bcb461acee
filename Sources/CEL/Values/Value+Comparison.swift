/// The order of two values.
enum Ordering {
  case ascending, same, descending
  /// A number that is not a number has no order.
  case unordered
}

extension Value {
  /// Whether two values are equal as CEL sees it: numbers across their types, never an error.
  ///
  /// Values that are nested too deep or too large to compare are held unequal, so that no input can
  /// exhaust the stack or the time.
  func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.string(let one), .string(let two)): return one.hasSameScalars(as: two)
    case (.int(let one), .int(let two)): return one == two
    case (.bool(let one), .bool(let two)): return one == two
    default:
      var comparison = Comparison()
      return comparison.areEqual(self, other, depth: 512)
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
  /// The orders for which a relation such as `<=` holds.
  struct Choice: OptionSet, Sendable {
    let rawValue: UInt8

    static let ascending = Choice(rawValue: 1)
    static let same = Choice(rawValue: 2)
    static let descending = Choice(rawValue: 4)
  }

  var reversed: Ordering {
    switch self {
    case .ascending: .descending
    case .descending: .ascending
    case .same, .unordered: self
    }
  }
}

extension Ordering.Choice {
  init(_ order: Ordering) {
    switch order {
    case .ascending: self = .ascending
    case .same: self = .same
    case .descending: self = .descending
    case .unordered: self = []
    }
  }
}
