/// Lists: ranges, slices, sorting and the like, as in cel-go's extension.
enum ListsLibrary {
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
