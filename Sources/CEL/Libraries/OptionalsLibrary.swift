extension Library {
  /// Values that may be absent, and the syntax for them.
  package static let optionals: Library = {
    var library = Library(functions: OptionalsLibrary.functions, types: [.optional(.dyn)])
    library.macros = [.optMap, .optFlatMap]
    library.enablesOptionalSyntax = true
    return library
  }()
}

enum OptionalsLibrary {
  private static let v = StaticType.parameter("V")
  private static let k = StaticType.parameter("K")
  private static let optional = StaticType.optional(v)
  private static let list = StaticType.list(v)
  private static let map = StaticType.map(k, v)

  static let functions: [Function] = construction + access + lists

  private static let construction: [Function] = [
    Function("optional.of", [Overload(.global, [v], optional, .unary { .optional(.some($0)) })]),
    Function(
      "optional.ofNonZeroValue",
      [Overload(.global, [v], optional, .unary { $0.isZero ? .absent : .optional(.some($0)) })]),
    Function("optional.none", [Overload(.global, [], optional, .nullary { .absent })]),
  ]

  private static let access: [Function] = [
    Function(
      "value",
      [
        Overload(
          .method, [optional], v,
          .unary { value throws(EvaluationError) in
            guard case .optional(let possible) = value else { return nil }
            guard case .some(let inner) = possible else { throw .dereference }
            return inner
          })
      ]),
    Function(
      "hasValue",
      [
        Overload(
          .method, [optional], .bool,
          .unary { value in
            guard case .optional(let possible) = value else { return nil }
            if case .some = possible { return .bool(true) }
            return .bool(false)
          })
      ]),
    // The evaluator looks at the second only when the first has no value.
    Function("or", [Overload(.method, [optional, optional], optional, .intrinsic)]),
    Function("orValue", [Overload(.method, [optional, v], v, .intrinsic)]),
    Library.operation(
      Operator.optionalIndex,
      [
        [list, .int, optional], [.optional(list), .int, optional], [map, k, optional],
        [.optional(map), k, optional],
      ]),
    Library.operation(
      Operator.index, [[.optional(list), .int, optional], [.optional(map), k, optional]]),
  ]

  private static let lists: [Function] = [
    Function("first", [Overload(.method, [list], optional, .unary { end(of: $0, \.first) })]),
    Function("last", [Overload(.method, [list], optional, .unary { end(of: $0, \.last) })]),
    Function("optional.unwrap", [Overload(.global, [.list(optional)], list, .unary(unwrapped))]),
    Function("unwrapOpt", [Overload(.method, [.list(optional)], list, .unary(unwrapped))]),
  ]

  private static func end(of value: Value, _ end: ([Value]) -> Value?) -> Value? {
    guard case .list(let list) = value else { return nil }
    return .optional(end(list.array).map(Value.Possible.some) ?? .none)
  }

  @Sendable private static func unwrapped(_ value: Value) throws(EvaluationError) -> Value? {
    guard case .list(let list) = value else { return nil }
    var values: [Value] = []
    for element in list.array {
      if case .some(let inner) = try element.asOptional() { values.append(inner) }
    }
    return .list(values)
  }
}
