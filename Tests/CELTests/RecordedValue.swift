import CEL
import Foundation
import TestSupport

/// A value as the recordings write it, such as `{"int":"1"}`.
enum RecordedValue {
  /// The value, or nil when the record is not one, as an error.
  static func value(_ json: JSONValue) -> Value? {
    guard let (kind, payload) = json.members.first(where: { $0.key != "text" }) else { return nil }
    switch kind {
    case "null": return .null
    case "bool": return payload.bool.map(Value.bool)
    case "int": return payload.string.flatMap(Int64.init).map(Value.int)
    case "uint": return payload.string.flatMap(UInt64.init).map(Value.uint)
    case "double": return payload.string.map { .double(double($0)) }
    case "string": return payload.string.map(Value.string)
    case "bytes":
      return payload.string.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
    case "list": return .list(payload.elements.compactMap(value))
    case "map": return .map(RecordedMap(payload.elements.map(\.elements)))
    case "type": return payload.string.map { .type(Value.TypeName($0)) }
    case "timestamp":
      return payload.string.flatMap(Value.Timestamp.init(parsing:)).map(Value.timestamp)
    case "duration":
      return payload.string.flatMap(Value.Duration.init(parsing:)).map(Value.duration)
    case "optional": return .optional(value(payload).map(Value.Possible.some) ?? .none)
    default: return nil
    }
  }

  private static func double(_ text: String) -> Double {
    switch text {
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text) ?? .nan
    }
  }

  /// Whether a value is what the record says, types and signs of zero included.
  static func matches(_ value: Value, _ json: JSONValue) -> Bool {
    if let name = json["object"]?.string {
      guard case .object(let object) = value else { return false }
      return object.typeName == name && object.text == json["text"]?.string
    }
    guard let expected = RecordedValue.value(json) else { return false }
    return text(value) == text(expected)
  }

  /// A text that is the same for the same value only.
  static func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "bool \(value)"
    case .int(let number): "int \(number)"
    case .uint(let number): "uint \(number)"
    case .double(let number): number.isNaN ? "double NaN" : "double \(number)"
    case .string(let text): "string \(text.unicodeScalars.map(\.value))"
    case .bytes(let bytes): "bytes \(bytes)"
    case .list(let list): "list [\(list.array.map(text).joined(separator: ", "))]"
    case .map(let map):
      "map {\(map.keys.map { "\(text($0)): \(map.member(for: $0).map(text) ?? "?")" }.sorted())}"
    case .timestamp(let time): "timestamp \(time)"
    case .duration(let duration): "duration \(duration)"
    case .type(let name): "type \(name.name)"
    case .optional(.none): "optional none"
    case .optional(.some(let inner)): "optional \(text(inner))"
    case .object(let object): "object \(object.typeName) \(object.text)"
    }
  }
}

/// A map that is read in place, as documents are.
private final class RecordedMap: MapObject {
  let entries: [(key: Value, value: Value)]

  init(_ pairs: [[JSONValue]]) {
    entries = pairs.compactMap { pair in
      guard pair.count == 2, let key = RecordedValue.value(pair[0]),
        let value = RecordedValue.value(pair[1])
      else { return nil }
      return (key, value)
    }
  }

  var keys: [Value] { entries.map(\.key) }

  func member(_ key: String) -> Value? { member(for: .string(key)) }

  func member(for key: Value) -> Value? {
    entries.first { RecordedValue.text($0.key) == RecordedValue.text(key) }?.value
  }
}
