/// What a field of the API takes.
indirect enum ValueType: Sendable {
  case string, bool, int32, int64, float64, bytes
  case quantity, intOrString, time, duration, any
  case list(ValueType)
  case map(ValueType)
  /// A type with fields, by its place in the schema.
  case shape(Int)
  /// A type with a name of its own, and what it is a kind of.
  case named(String, ValueType)

  /// The types that need no declaration.
  static let plain: [String: ValueType] = [
    "string": .string, "bool": .bool, "int32": .int32, "int64": .int64, "float64": .float64,
    "bytes": .bytes, "Quantity": .quantity, "IntOrString": .intOrString, "Time": .time,
    "MicroTime": .time, "Duration": .duration, "types.UID": .named("types.UID", .string),
  ]
}
