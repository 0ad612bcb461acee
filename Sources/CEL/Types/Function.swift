/// A function or method that expressions can call: one name, several overloads.
package struct Function: Sendable {
  package var name: String
  package var overloads: [Overload]

  package init(_ name: String, _ overloads: [Overload]) {
    self.name = name
    self.overloads = overloads
  }
}

/// One signature of a function and what it does.
package struct Overload: Sendable {
  /// How an overload is called.
  package enum Style: Sendable {
    case global, method
  }

  /// What evaluates a call; nil says that these arguments are not its own.
  package enum Body: Sendable {
    case nullary(@Sendable () throws(EvaluationError) -> Value?)
    case unary(@Sendable (Value) throws(EvaluationError) -> Value?)
    case binary(@Sendable (Value, Value) throws(EvaluationError) -> Value?)
    case ternary(@Sendable (Value, Value, Value) throws(EvaluationError) -> Value?)
    case variadic(@Sendable ([Value]) throws(EvaluationError) -> Value?)
    /// Searches by the regular expression that the second argument is, compiled already.
    case pattern(@Sendable (Pattern, [Value]) throws(EvaluationError) -> Value?)
    /// Known to the checker; evaluated by the evaluator itself, or not at all.
    case intrinsic
  }

  package var style: Style
  /// The types of the arguments, the target of a method first.
  package var parameters: [StaticType]
  package var result: StaticType
  package var body: Body

  package init(_ style: Style, _ parameters: [StaticType], _ result: StaticType, _ body: Body) {
    self.style = style
    self.parameters = parameters
    self.result = result
    self.body = body
  }
}

extension Overload {
  /// An overload whose types follow from a Swift function of one argument.
  package init<A: Representable, R: Representable>(
    _ style: Style, _ body: @escaping @Sendable (A) throws(EvaluationError) -> R
  ) {
    self.init(
      style, [A.staticType], R.staticType,
      .unary { first throws(EvaluationError) in
        guard let first = A(celValue: first) else { return nil }
        return try body(first).celValue
      })
  }

  /// An overload whose types follow from a Swift function of two arguments.
  package init<A: Representable, B: Representable, R: Representable>(
    _ style: Style, _ body: @escaping @Sendable (A, B) throws(EvaluationError) -> R
  ) {
    self.init(
      style, [A.staticType, B.staticType], R.staticType,
      .binary { first, second throws(EvaluationError) in
        guard let first = A(celValue: first), let second = B(celValue: second) else { return nil }
        return try body(first, second).celValue
      })
  }

  /// An overload whose types follow from a Swift function of three arguments.
  package init<A: Representable, B: Representable, C: Representable, R: Representable>(
    _ style: Style, _ body: @escaping @Sendable (A, B, C) throws(EvaluationError) -> R
  ) {
    self.init(
      style, [A.staticType, B.staticType, C.staticType], R.staticType,
      .ternary { first, second, third throws(EvaluationError) in
        guard let first = A(celValue: first), let second = B(celValue: second),
          let third = C(celValue: third)
        else { return nil }
        return try body(first, second, third).celValue
      })
  }

  /// The same overload with types that Swift cannot express, such as type parameters.
  func typed(_ parameters: [StaticType], _ result: StaticType) -> Overload {
    var copy = self
    copy.parameters = parameters
    copy.result = result
    return copy
  }
}
