extension Library {
  /// Resource quantities such as `500m` and `1Gi`.
  package static let quantities: Library = Library(
    functions: [
      Function(
        "quantity",
        [
          Overload(.global) { (text: String) throws(EvaluationError) in
            try QuantityObject(parsing: text)
          }
        ]),
      Function(
        "isQuantity",
        [Overload(.global) { (text: String) in (try? QuantityObject(parsing: text)) != nil }]),
      Function("sign", [Overload(.global) { (one: QuantityObject) in Int64(one.signum) }]),
      Function(
        "isGreaterThan",
        [
          Overload(.method) { (one: QuantityObject, two: QuantityObject) in
            one.comparison(to: two) > 0
          }
        ]),
      Function(
        "isLessThan",
        [
          Overload(.method) { (one: QuantityObject, two: QuantityObject) in
            one.comparison(to: two) < 0
          }
        ]),
      Function(
        "compareTo",
        [
          Overload(.method) { (one: QuantityObject, two: QuantityObject) in
            Int64(one.comparison(to: two))
          }
        ]),
      Function(
        "asApproximateFloat", [Overload(.method) { (one: QuantityObject) in one.approximation }]),
      Function(
        "asInteger",
        [
          Overload(.method) { (one: QuantityObject) throws(EvaluationError) in
            guard let integer = one.integer else {
              throw EvaluationError(.overflow, "cannot convert value to integer")
            }
            return integer
          }
        ]),
      Function("isInteger", [Overload(.method) { (one: QuantityObject) in one.integer != nil }]),
      Function(
        "add",
        [
          Overload(.method) { (one: QuantityObject, two: QuantityObject) in one.adding(two) },
          Overload(.method) { (one: QuantityObject, two: Int64) in
            one.adding(QuantityObject(two))
          },
        ]),
      Function(
        "sub",
        [
          Overload(.method) { (one: QuantityObject, two: QuantityObject) in one.subtracting(two) },
          Overload(.method) { (one: QuantityObject, two: Int64) in
            one.subtracting(QuantityObject(two))
          },
        ]),
    ], types: [])
}
