extension Quantity: Comparable, Hashable {
  /// Negative, zero or positive as `self` is below, equal to or above `other`.
  package func order(_ other: Quantity) -> Int {
    if case .small(let one) = amount, case .small(let two) = other.amount { return one.order(two) }
    return decimal.order(other.decimal)
  }

  package static func < (one: Quantity, other: Quantity) -> Bool { one.order(other) < 0 }

  /// The same amount, in whatever notation.
  package static func == (one: Quantity, other: Quantity) -> Bool { one.order(other) == 0 }

  package func hash(into hasher: inout Hasher) {
    if case .small(let small) = amount {
      let reduced = small.reduced
      hasher.combine(reduced.value)
      hasher.combine(Int(reduced.scale))
      return
    }
    let reduced = decimal.reduced
    if let value = reduced.unscaled.exact {
      hasher.combine(value)
      hasher.combine(reduced.exponent)
    } else {
      hasher.combine(reduced.unscaled.limbs)
    }
  }

  /// Adds in place; zero takes the other's notation.
  package static func += (sum: inout Quantity, addend: Quantity) {
    sum.add(addend, negated: false)
  }

  /// Subtracts in place; zero takes the other's notation.
  package static func -= (difference: inout Quantity, subtrahend: Quantity) {
    difference.add(subtrahend, negated: true)
  }

  /// The sum, in the notation of the first summand that is not zero.
  package static func + (one: Quantity, other: Quantity) -> Quantity {
    var sum = one
    sum += other
    return sum
  }

  /// The difference, in the notation of the first operand that is not zero.
  package static func - (one: Quantity, other: Quantity) -> Quantity {
    var difference = one
    difference -= other
    return difference
  }

  /// The opposite amount.
  package static prefix func - (quantity: Quantity) -> Quantity {
    var negated = Quantity()
    negated.format = quantity.format
    negated -= quantity
    return negated
  }

  private mutating func add(_ other: Quantity, negated: Bool) {
    spelling = nil
    if isZero { format = other.format }
    if case .small(let one) = amount, case .small(var two) = other.amount {
      if negated { two.value = 0 &- two.value }
      if let sum = one.adding(two) {
        amount = .small(sum)
        return
      }
    }
    var addend = other.decimal
    if negated { addend.unscaled.negate() }
    amount = .big(decimal + addend)
  }
}
