extension Library {
  /// Sums, extremes and places of elements, as Kubernetes has them.
  package static let kubernetesLists = Library(functions: KubernetesListsLibrary.functions)
}

enum KubernetesListsLibrary {
  private static let listOfA = StaticType.list(.a)

  static let functions: [Function] = [
    Function(
      "isSorted",
      StaticType.comparable.map { Overload(.method, isSorted).typed([.list($0)], .bool) }),
    Function(
      "sum",
      [
        sum(.int, .int(0)), sum(.uint, .uint(0)), sum(.double, .double(0)),
        sum(.duration, .duration(Value.Duration(nanoseconds: 0))),
      ]),
    Function("max", extremes("max", replacedWhen: .ascending)),
    Function("min", extremes("min", replacedWhen: .descending)),
    Function("indexOf", [Overload(.method, firstIndex).typed([listOfA, .a], .int)]),
    Function("lastIndexOf", [Overload(.method, lastIndex).typed([listOfA, .a], .int)]),
  ]

  private static func isSorted(_ list: [Value]) throws(EvaluationError) -> Bool {
    var previous: Value?
    for value in list {
      guard value.order(to: value) != nil else { throw noOrder("isSorted") }
      if let previous, previous.order(to: value) == .descending { return false }
      previous = value
    }
    return true
  }

  private static func noOrder(_ function: String) -> EvaluationError {
    EvaluationError(.noSuchOverload, "no such overload: \(function)(list)")
  }

  private static func sum(_ type: StaticType, _ zero: Value) -> Overload {
    Overload(.method) { (list: [Value]) throws(EvaluationError) -> Value in
      guard var total = list.first else { return zero }
      for value in list.dropFirst() { total = try total.adding(value) }
      return total
    }.typed([.list(type)], type)
  }

  private static func extremes(_ name: String, replacedWhen order: Ordering) -> [Overload] {
    StaticType.comparable.map { type in
      Overload(.method) { (list: [Value]) throws(EvaluationError) -> Value in
        guard var best = list.first else {
          throw EvaluationError(.invalidArgument, "\(name) called on empty list")
        }
        for value in list.dropFirst() {
          guard let found = best.order(to: value) else { throw noOrder(name) }
          if found == order { best = value }
        }
        return best
      }.typed([.list(type)], type)
    }
  }

  private static func firstIndex(_ list: [Value], _ value: Value) -> Int64 {
    list.firstIndex { $0.isEqual(to: value) }.map(Int64.init) ?? -1
  }

  private static func lastIndex(_ list: [Value], _ value: Value) -> Int64 {
    list.lastIndex { $0.isEqual(to: value) }.map(Int64.init) ?? -1
  }
}
