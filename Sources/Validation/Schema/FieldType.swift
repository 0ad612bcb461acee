/// What a field takes as the decoder asks for it: one of many in a row, without references to count.
struct FieldType: Sendable {
  /// The types that are read in different ways.
  enum Kind: UInt8, Sendable {
    case string, bool, int32, int64, float64, bytes
    case quantity, intOrString, time, duration, any
    case list, map, shape
  }

  let kind: Kind
  /// For a list or a map, the place of what its elements take among the types of its row; for a type with fields, its
  /// place in the schema.
  let argument: Int

  /// The types of fields, each in its place, and those of the elements of lists and maps behind them.
  static func row(of types: [ValueType]) -> (flat: [FieldType], declared: [ValueType]) {
    var flat: [FieldType] = []
    var declared = types
    while flat.count < declared.count {
      flat.append(FieldType(declared[flat.count], &declared))
    }
    return (flat, declared)
  }

  private init(_ type: ValueType, _ row: inout [ValueType]) {
    switch type {
    case .string: self.init(.string)
    case .bool: self.init(.bool)
    case .int32: self.init(.int32)
    case .int64: self.init(.int64)
    case .float64: self.init(.float64)
    case .bytes: self.init(.bytes)
    case .quantity: self.init(.quantity)
    case .intOrString: self.init(.intOrString)
    case .time: self.init(.time)
    case .duration: self.init(.duration)
    case .any: self.init(.any)
    case .list(let element):
      self.init(.list, row.count)
      row.append(element)
    case .map(let element):
      self.init(.map, row.count)
      row.append(element)
    case .shape(let position): self.init(.shape, position)
    case .named(_, let type): self.init(type, &row)
    }
  }

  private init(_ kind: Kind, _ argument: Int = 0) {
    self.kind = kind
    self.argument = argument
  }
}
