extension Library {
  /// Operators, sizes, texts, conversions and times: what every CEL environment has.
  static let standard: Library = {
    var library = Library(
      functions: operators + sizes + texts + StandardLibrary.conversions + TimeLibrary.functions)
    library.types = [
      .null, .bool, .int, .uint, .double, .string, .bytes, .list(.dyn), .map(.dyn, .dyn),
      .timestamp, .duration, .type(nil),
    ]
    library.macros = Syntax.Macros.core
    return library
  }()

  private static let operators: [Function] = {
    let numbers: [StaticType] = [.int, .uint, .double]
    let listOfA = StaticType.list(.a)
    let mapOfAToB = StaticType.map(.a, .b)
    var functions = [
      operation(Operator.conditional, [[.bool, .a, .a, .a]]),
      operation(Operator.and, [[.bool, .bool, .bool]]),
      operation(Operator.or, [[.bool, .bool, .bool]]),
      operation(Operator.not, [[.bool, .bool]]),
      operation(Operator.negate, [[.int, .int], [.double, .double]]),
      operation(Operator.equal, [[.a, .a, .bool]]),
      operation(Operator.notEqual, [[.a, .a, .bool]]),
      operation(Operator.contains, [[.a, listOfA, .bool], [.a, mapOfAToB, .bool]]),
      operation(Operator.index, [[listOfA, .int, .a], [mapOfAToB, .a, .b]]),
      operation(
        Operator.add,
        (numbers + [.string, .bytes, listOfA, .duration]).map { [$0, $0, $0] } + [
          [.timestamp, .duration, .timestamp], [.duration, .timestamp, .timestamp],
        ]),
      operation(
        Operator.subtract,
        (numbers + [.duration]).map { [$0, $0, $0] } + [
          [.timestamp, .timestamp, .duration], [.timestamp, .duration, .timestamp],
        ]),
      operation(Operator.multiply, numbers.map { [$0, $0, $0] }),
      operation(Operator.divide, numbers.map { [$0, $0, $0] }),
      operation(Operator.modulo, [[.int, .int, .int], [.uint, .uint, .uint]]),
    ]
    let others = StaticType.comparable.filter { !numbers.contains($0) }.map { [$0, $0, .bool] }
    let pairs = numbers.flatMap { one in numbers.map { [one, $0, StaticType.bool] } }
    for name in [
      Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual,
    ] {
      functions.append(operation(name, others + pairs))
    }
    return functions
  }()

  /// An operator by its signatures, the result last; the evaluator knows what it does.
  static func operation(_ name: String, _ signatures: [[StaticType]]) -> Function {
    Function(
      name,
      signatures.map { Overload(.global, $0.dropLast(), $0.last ?? .dyn, .intrinsic) })
  }

  private static let sizes: [Function] = {
    let overloads: [Overload] = [Overload.Style.global, .method].flatMap { style in
      [StaticType.string, .bytes, .list(.a), .map(.a, .b)].map { type in
        Overload(style, [type], .int, .unary { value in value.sizeInElements(as: type) })
      }
    }
    return [Function("size", overloads)]
  }()

  private static let texts: [Function] = [
    Function(
      "contains",
      [Overload(.method) { (text: String, part: String) in text.contains(scalars: part) }]),
    Function(
      "startsWith",
      [Overload(.method) { (text: String, part: String) in text.begins(withScalarsOf: part) }]),
    Function(
      "endsWith",
      [Overload(.method) { (text: String, part: String) in text.ends(withScalarsOf: part) }]),
    Function(
      "matches",
      [Overload.Style.global, .method].map {
        Overload(
          $0, [.string, .string], .bool,
          .pattern { pattern, values in
            guard case .string(let text) = values[0] else { return nil }
            return .bool(pattern.occurs(in: text))
          })
      }),
  ]
}

extension Value {
  /// The size as `size()` gives it, when the value is of the constructor of the type.
  fileprivate func sizeInElements(as type: StaticType) -> Value? {
    switch (self, type) {
    case (.string(let text), .string): .int(Int64(text.unicodeScalars.count))
    case (.bytes(let bytes), .bytes): .int(Int64(bytes.count))
    case (.list(let list), .list): .int(Int64(list.count))
    case (.map(let map), .map): .int(Int64(map.count))
    default: nil
    }
  }
}
