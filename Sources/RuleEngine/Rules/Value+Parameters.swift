import CEL

extension Value {
  /// The values of parameters by their names; of a name that comes twice the later value counts.
  init(_ parameters: [RuleParameter]) {
    self = .map(parameters.map { ($0.name.value, Value(document: $0.value)) })
  }
}
