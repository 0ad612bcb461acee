extension Quantity {
  /// This amount in whole units of `10^scale`, rounded away from zero; the API server keeps no more than thousandths.
  package func rounded(toScale scale: Int32) -> Quantity {
    switch amount {
    case .small(let small):
      guard small.scale < scale else { return self }
      let value = small.roundedDown(by: scale &- small.scale).value
      return Quantity(.small(ScaledInteger(value, scale: scale)), format)
    case .big(let big):
      return Quantity(.big(big.rounded(toExponent: Int(scale))), format)
    }
  }

  /// Whether rounding to thousandths would make it another amount, or write it another way.
  var isFinerThanMilli: Bool {
    switch amount {
    case .small(let small): small.scale < -3
    case .big: true
    }
  }
}
