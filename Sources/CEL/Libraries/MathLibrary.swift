extension Library {
  /// Extremes, rounding, signs and bits of numbers.
  package static let math: Library = {
    var library = Library(functions: MathLibrary.functions)
    library.macros = [.greatest, .least]
    return library
  }()
}

enum MathLibrary {
  static let functions: [Function] =
    [
      extreme("math.@max", preferring: .descending), extreme("math.@min", preferring: .ascending),
    ] + rounding + signs + bits

  /// The greatest or least of one number, two numbers or a list of numbers.
  private static func extreme(_ name: String, preferring order: Ordering) -> Function {
    let numbers: [StaticType] = [.int, .uint, .double]
    let one = numbers.map { Overload(.global, [$0], $0, .unary { number($0) }) }
    let two = numbers.flatMap { first in
      numbers.map { second in
        Overload(
          .global, [first, second], first == second ? first : .dyn,
          .binary { a, b throws(EvaluationError) in try best([a, b], order) })
      }
    }
    let lists = numbers.map { number in
      Overload(
        .global, [.list(number)], number,
        .unary { value throws(EvaluationError) in
          guard case .list(let list) = value else { return nil }
          return try best(list.array, order)
        })
    }
    return Function(name, one + two + lists)
  }

  private static func number(_ value: Value) -> Value? {
    switch value {
    case .int, .uint, .double: value
    default: nil
    }
  }

  private static func best(_ values: [Value], _ order: Ordering) throws(EvaluationError) -> Value? {
    guard var best = values.first else {
      throw EvaluationError(.invalidArgument, "math.@max(list) argument must not be empty")
    }
    guard number(best) != nil else { return nil }
    for value in values.dropFirst() {
      guard let found = value.numericOrder(to: best) else { return nil }
      if found == order { best = value }
    }
    return best
  }

  private static let rounding: [Function] = [
    Function("math.ceil", [Overload(.global) { (number: Double) in number.rounded(.up) }]),
    Function("math.floor", [Overload(.global) { (number: Double) in number.rounded(.down) }]),
    Function(
      "math.round",
      [Overload(.global) { (number: Double) in number.rounded(.toNearestOrAwayFromZero) }]),
    Function("math.trunc", [Overload(.global) { (number: Double) in number.rounded(.towardZero) }]),
    Function("math.isInf", [Overload(.global) { (number: Double) in number.isInfinite }]),
    Function("math.isNaN", [Overload(.global) { (number: Double) in number.isNaN }]),
    Function("math.isFinite", [Overload(.global) { (number: Double) in number.isFinite }]),
    Function(
      "math.sqrt",
      [
        Overload(.global) { (number: Double) in number.squareRoot() },
        Overload(.global) { (number: Int64) in Double(number).squareRoot() },
        Overload(.global) { (number: UInt64) in Double(number).squareRoot() },
      ]),
  ]

  private static let signs: [Function] = [
    Function(
      "math.abs",
      [
        Overload(.global) { (number: Double) in number.magnitude },
        Overload(.global) { (number: Int64) throws(EvaluationError) in
          guard number != .min else { throw .integerOverflow }
          return abs(number)
        },
        Overload(.global) { (number: UInt64) in number },
      ]),
    Function(
      "math.sign",
      [
        Overload(.global) { (number: Double) in
          number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0.0
        },
        Overload(.global) { (number: Int64) in number.signum() },
        Overload(.global) { (number: UInt64) in number.signum() },
      ]),
  ]

  private static let bits: [Function] = [
    pair("math.bitAnd", { $0 & $1 }, { $0 & $1 }), pair("math.bitOr", { $0 | $1 }, { $0 | $1 }),
    pair("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
    Function(
      "math.bitNot",
      [
        Overload(.global) { (number: Int64) in ~number },
        Overload(.global) { (number: UInt64) in ~number },
      ]),
    // Bits are moved as if the number had no sign.
    shift("math.bitShiftLeft") { $0 << $1 }, shift("math.bitShiftRight") { $0 >> $1 },
  ]

  private static func pair(
    _ name: String, _ signed: @escaping @Sendable (Int64, Int64) -> Int64,
    _ unsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    Function(
      name,
      [
        Overload(.global) { (one: Int64, two: Int64) in signed(one, two) },
        Overload(.global) { (one: UInt64, two: UInt64) in unsigned(one, two) },
      ])
  }

  private static func shift(
    _ name: String, _ moved: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let shifted: @Sendable (UInt64, Int64) throws(EvaluationError) -> UInt64 = {
      number, places throws(EvaluationError) in
      guard places >= 0 else {
        throw EvaluationError(.invalidArgument, "\(name)() negative offset: \(places)")
      }
      return moved(number, UInt64(places))
    }
    return Function(
      name,
      [
        Overload(.global) { (number: Int64, places: Int64) throws(EvaluationError) in
          Int64(bitPattern: try shifted(UInt64(bitPattern: number), places))
        },
        Overload(.global) { (number: UInt64, places: Int64) throws(EvaluationError) in
          try shifted(number, places)
        },
      ])
  }
}
