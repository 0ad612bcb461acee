/// A value of the Common Expression Language, as expressions take it in and give it back.
///
/// Lists and maps are protocols, so that documents and computed facts are read in place.
package enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list(any ListObject)
  case map(any MapObject)
  case timestamp(Timestamp)
  case duration(Duration)
  case type(TypeName)
  case optional(Possible)
  /// Held at a distance, so that values of the other types stay small.
  indirect case object(any OpaqueObject)
}

extension Value {
  /// What an optional value holds: nothing, or one value.
  package indirect enum Possible: Sendable {
    case none
    case some(Value)
  }

  /// A type as a value, known by its name, such as `int` or `net.IP`.
  package struct TypeName: Hashable, Sendable {
    package var name: String

    package init(_ name: String) {
      self.name = name
    }
  }

  /// An optional without a value.
  package static var absent: Value { .optional(.none) }

  /// A list of known elements.
  package static func list(_ elements: [Value]) -> Value { .list(ArrayList(elements)) }

  /// A list without elements.
  static let emptyList = Value.list(ArrayList([]))

  /// A map with text keys, in the order given; a repeated key keeps its last value.
  package static func map(_ entries: [(String, Value)]) -> Value {
    if let shape = RecordMap.Shape(entries.map { .string($0.0) }) {
      return .map(RecordMap(shape, entries.map(\.1)))
    }
    return .map(DictionaryMap(MapEntries(entries.map { (.string($0.0), $0.1) })))
  }

  /// The name of the value's type, as `type(x)` prints it.
  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .type: "type"
    case .optional: "optional_type"
    case .object(let object): object.typeName
    }
  }

  /// How much there is to read in this value: bytes of text, all that a list holds, otherwise one.
  var extent: Int {
    if isNumber { return 1 }
    return switch self {
    case .string(let text): text.utf8.count + 1
    case .bytes(let bytes): bytes.count + 1
    case .list(let list): list.extent
    case .map(let map): map.extent
    case .optional(.some(let inner)): inner.extent
    default: 1
    }
  }

  /// Whether the value is a number or a truth value, told without a copy of it.
  private var isNumber: Bool {
    switch self {
    case .int, .bool, .double, .uint, .null: true
    default: false
    }
  }

  /// Whether the value is the zero of its type: null, false, 0, empty, or an optional without value.
  var isZero: Bool {
    switch self {
    case .null, .optional(.none): true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.count == 0
    case .map(let map): map.count == 0
    case .timestamp(let time): time == Timestamp(seconds: -62_135_596_800, nanoseconds: 0)
    case .duration(let duration): duration.nanoseconds == 0
    case .type, .optional(.some), .object: false
    }
  }
}
