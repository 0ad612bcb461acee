/// A type as the checker knows it before anything is evaluated.
package indirect enum StaticType: Hashable, Sendable {
  /// Anything; what it is shows at evaluation.
  case dyn
  case null, bool, int, uint, double, string, bytes, timestamp, duration
  case list(StaticType)
  case map(StaticType, StaticType)
  case optional(StaticType)
  /// The type of a type; of any type when nil.
  case type(StaticType?)
  /// A scalar or null.
  case wrapper(StaticType)
  /// A named type, perhaps of parameters, that only functions understand.
  case opaque(String, [StaticType] = [])
  /// A type that each use of a function chooses.
  case parameter(String)
  /// What has no type because it is wrong.
  case error
}

extension StaticType {
  static let a = StaticType.parameter("A")
  static let b = StaticType.parameter("B")

  var isDynamic: Bool {
    switch self {
    case .dyn, .error: true
    default: false
    }
  }

  /// The types inside, when both are the same type but for these; nil for scalars.
  var parameters: [StaticType]? {
    switch self {
    case .list(let element): [element]
    case .map(let key, let value): [key, value]
    case .optional(let inner), .wrapper(let inner): [inner]
    case .opaque(_, let inner): inner
    case .type(let inner): [inner ?? .dyn]
    default: nil
    }
  }

  /// What tells this type from others before its parameters are looked at.
  var constructor: String {
    switch self {
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .wrapper: "wrapper"
    case .type: "type"
    case .opaque(let name, _): name
    default: description
    }
  }

  /// The same type with other parameters.
  func map(_ transform: (StaticType) -> StaticType) -> StaticType {
    switch self {
    case .list(let element): .list(transform(element))
    case .map(let key, let value): .map(transform(key), transform(value))
    case .optional(let inner): .optional(transform(inner))
    case .wrapper(let inner): .wrapper(transform(inner))
    case .opaque(let name, let inner): .opaque(name, inner.map(transform))
    case .type(let inner): .type(inner.map(transform))
    default: self
    }
  }

  /// Every type parameter in the type.
  var freeParameters: Set<String> {
    if case .parameter(let name) = self { return [name] }
    return (parameters ?? []).reduce(into: []) { $0.formUnion($1.freeParameters) }
  }

  /// Whether null is a value of it, as protobuf messages have it.
  var isNullable: Bool {
    switch self {
    case .null, .timestamp, .duration, .opaque, .optional, .wrapper, .dyn, .error: true
    default: false
    }
  }

  /// The name of the type of such values at evaluation.
  var runtimeName: String {
    switch self {
    case .null: "null_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    default: constructor
    }
  }
}

extension StaticType: CustomStringConvertible {
  /// The type as cel-go writes it in messages, such as `map(string, list(int))`.
  package var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let inner): "optional_type(\(inner))"
    case .type(let inner): inner.map { "type(\($0))" } ?? "type"
    case .wrapper(let inner): "wrapper(\(inner))"
    case .opaque(let name, let inner):
      inner.isEmpty ? name : "\(name)(\(inner.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    case .error: "!error!"
    }
  }
}
