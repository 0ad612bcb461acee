extension Library {
  /// Lists: ranges, slices, sorting and the like, as in cel-go's extension.
  package static let lists: Library = {
    var library = Library(functions: ListsLibrary.functions)
    library.macros = [.sortBy]
    return library
  }()
}

enum ListsLibrary {
  private static let listOfT = StaticType.list(.parameter("T"))

  static let functions: [Function] = [
    Function("lists.range", [Overload(.global, range)]),
    Function("slice", [Overload(.method, slice).typed([listOfT, .int, .int], listOfT)]),
    Function(
      "flatten",
      [
        Overload(.method) { (list: [Value]) throws(EvaluationError) in try flattened(list, 1) }
          .typed([.list(listOfT)], listOfT),
        Overload(.method, flattened).typed([.list(.dyn), .int], .list(.dyn)),
      ]),
    Function(
      "sort",
      StaticType.comparable.map {
        Overload(.method) { (list: [Value]) throws(EvaluationError) in
          try sorted(list.map { ($0, $0) })
        }.typed([.list($0)], .list($0))
      }),
    Function(
      "reverse",
      [Overload(.method) { (list: [Value]) in Array(list.reversed()) }.typed([listOfT], listOfT)]),
    Function(
      "distinct",
      [Overload(.method, distinct).typed([listOfT], listOfT)]),
  ]

  private static func range(_ count: Int64) throws(EvaluationError) -> [Int64] {
    guard count > 0 else { return [] }
    try Limits.require(Int(clamping: count).adding(Int(clamping: count)))
    return Array(0..<count)
  }

  private static func slice(
    _ list: [Value], _ start: Int64, _ end: Int64
  ) throws(EvaluationError) -> [Value] {
    var call: String { "cannot slice(\(start), \(end))" }
    guard start >= 0, end >= 0 else {
      throw EvaluationError(.indexOutOfBounds, "\(call), negative indexes not supported")
    }
    guard start <= end else {
      throw EvaluationError(
        .indexOutOfBounds, "\(call), start index must be less than or equal to end index")
    }
    guard end <= list.count else {
      throw EvaluationError(.indexOutOfBounds, "\(call), list is length \(list.count)")
    }
    return Array(list[Int(start)..<Int(end)])
  }

  private static func flattened(
    _ list: [Value], _ levels: Int64
  ) throws(EvaluationError) -> [Value] {
    guard levels >= 0 else {
      throw EvaluationError(.invalidArgument, "level must be non-negative")
    }
    var result: [Value] = []
    try flatten(list, min(levels, 256), into: &result)
    return result
  }

  private static func flatten(
    _ list: [Value], _ levels: Int64, into result: inout [Value]
  ) throws(EvaluationError) {
    for value in list {
      if case .list(let inner) = value, levels > 0 {
        try flatten(inner.array, levels - 1, into: &result)
      } else {
        result.append(value)
      }
      try Limits.require(result.count)
    }
  }

  /// The first of each group of equal elements.
  private static func distinct(_ list: [Value]) -> [Value] {
    guard list.count > 8 else { return distinctOfFew(list) }
    var seen: Set<HashedValue> = []
    return list.filter { seen.insert(HashedValue($0)).inserted }
  }

  /// A few values are compared with each other sooner than a set of them is made.
  private static func distinctOfFew(_ list: [Value]) -> [Value] {
    var distinct: [Value] = []
    for value in list where !distinct.contains(where: { $0.isEqual(to: value) }) {
      distinct.append(value)
    }
    return distinct
  }

  /// Values in the order of their keys; keys must be of one type that has an order.
  static func sorted(_ pairs: [(key: Value, value: Value)]) throws(EvaluationError) -> [Value] {
    guard let first = pairs.first?.key else { return [] }
    guard first.order(to: first) != nil else {
      throw EvaluationError(.invalidArgument, "list elements must be comparable")
    }
    guard pairs.allSatisfy({ $0.key.typeName == first.typeName }) else {
      throw EvaluationError(.invalidArgument, "list elements must have the same type")
    }
    return pairs.enumerated().sorted { one, two in
      switch one.element.key.order(to: two.element.key) {
      case .ascending: true
      case .descending: false
      default: one.offset < two.offset
      }
    }.map(\.element.value)
  }
}
