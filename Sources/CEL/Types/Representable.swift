/// A Swift type whose values are CEL values, so that Swift functions can be called by expressions.
package protocol Representable: SendableMetatype {
  static var staticType: StaticType { get }
  /// The Swift value, or nil when the CEL value is of another type.
  init?(celValue: Value)
  var celValue: Value { get }
}

extension Value: Representable {
  package static var staticType: StaticType { .dyn }
  package init?(celValue: Value) { self = celValue }
  package var celValue: Value { self }
}

extension Bool: Representable {
  package static var staticType: StaticType { .bool }
  package init?(celValue: Value) {
    guard case .bool(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .bool(self) }
}

extension Int64: Representable {
  package static var staticType: StaticType { .int }
  package init?(celValue: Value) {
    guard case .int(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .int(self) }
}

extension UInt64: Representable {
  package static var staticType: StaticType { .uint }
  package init?(celValue: Value) {
    guard case .uint(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .uint(self) }
}

extension Double: Representable {
  package static var staticType: StaticType { .double }
  package init?(celValue: Value) {
    guard case .double(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .double(self) }
}

extension String: Representable {
  package static var staticType: StaticType { .string }
  package init?(celValue: Value) {
    guard case .string(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .string(self) }
}

extension Value.Timestamp: Representable {
  package static var staticType: StaticType { .timestamp }
  package init?(celValue: Value) {
    guard case .timestamp(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .timestamp(self) }
}

extension Value.Duration: Representable {
  package static var staticType: StaticType { .duration }
  package init?(celValue: Value) {
    guard case .duration(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .duration(self) }
}

extension Value.Possible: Representable {
  package static var staticType: StaticType { .optional(.dyn) }
  package init?(celValue: Value) {
    guard case .optional(let value) = celValue else { return nil }
    self = value
  }
  package var celValue: Value { .optional(self) }
}

/// Bytes as an argument or result of a function.
package struct ByteString: Representable {
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package static var staticType: StaticType { .bytes }
  package init?(celValue: Value) {
    guard case .bytes(let value) = celValue else { return nil }
    bytes = value
  }
  package var celValue: Value { .bytes(bytes) }
}

extension Array: Representable where Element: Representable {
  package static var staticType: StaticType { .list(Element.staticType) }
  package init?(celValue: Value) {
    guard case .list(let list) = celValue else { return nil }
    if Element.self == Value.self, let elements = list.array as? [Element] {
      self = elements
      return
    }
    self = []
    for index in 0..<list.count {
      guard let element = Element(celValue: list.element(at: index)) else { return nil }
      append(element)
    }
  }
  package var celValue: Value { .list(map(\.celValue)) }
}

extension Representable where Self: OpaqueObject {
  package init?(celValue: Value) {
    guard case .object(let object) = celValue, let object = object as? Self else { return nil }
    self = object
  }
  package var celValue: Value { .object(self) }
}
