import YAML

/// Holds two documents against each other that should say the same, however they are written.
enum TreeComparison {
  static func requireSame(
    _ one: YAMLNode, _ other: YAMLNode, in what: String
  ) throws(Breach) {
    var waiting = [(one, other)]
    while let (one, other) = waiting.popLast() {
      guard one.kind == other.kind else { throw Breach("\(what): a node is of another kind") }
      switch one.kind {
      case .scalar:
        guard isSame(one.scalar, other.scalar) else {
          throw Breach("\(what): \(one.scalar) is not \(other.scalar), at \(one.place)")
        }
      case .sequence:
        guard one.elements.count == other.elements.count else {
          throw Breach("\(what): the list at \(one.place) has another length")
        }
        waiting += zip(one.elements, other.elements)
      case .mapping:
        guard one.entries.map(\.key) == other.entries.map(\.key) else {
          throw Breach("\(what): the mapping at \(one.place) has other keys")
        }
        waiting += zip(one.entries.map(\.value), other.entries.map(\.value))
      }
    }
  }

  /// Numbers are the same when they are as doubles, as long as they are; JSON has nothing but null for the others.
  private static func isSame(_ one: Scalar, _ other: Scalar) -> Bool {
    switch (one, other) {
    case (.string(let one), .string(let other)): return one == other
    case (.bool(let one), .bool(let other)): return one == other
    case (.int(let one), .int(let other)): return one == other
    case (.string, _), (_, .string), (.bool, _), (_, .bool): return false
    default: return number(one) == number(other)
    }
  }

  /// Nil for null and for what is no finite number.
  private static func number(_ scalar: Scalar) -> Double? {
    let value: Double? =
      switch scalar {
      case .int(let value): Double(value)
      case .uint(let value): Double(value)
      case .float(let value): value
      case .null, .bool, .string: nil
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}
