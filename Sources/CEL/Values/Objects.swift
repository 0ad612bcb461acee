package import Basics

/// A list that expressions read element by element, so that it need not exist as an array.
///
/// Lists and maps are objects, so that a value that holds one is small and copied by one count.
package protocol ListObject: AnyObject, Sendable {
  var count: Int { get }
  /// The element at a place below `count`.
  func element(at index: Int) -> Value
  /// How much there is to read here and below, which operations on the list are charged with.
  var extent: Int { get }
}

extension ListObject {
  package var extent: Int { count }
}

/// A map that expressions read key by key, so that it need not exist as a dictionary.
package protocol MapObject: AnyObject, Sendable {
  var count: Int { get }
  /// All keys, in a stable order.
  var keys: [Value] { get }
  /// The member with a text key, or nil when there is none.
  func member(_ key: String) -> Value?
  /// The member that an expression names; the same as that with the name's text for a key.
  func member(_ name: HashedName) -> Value?
  /// Whether there is a member with a text key; asks without making it.
  func hasMember(_ key: String) -> Bool
  /// Whether there is a member that an expression names.
  func hasMember(_ name: HashedName) -> Bool
  /// The member with any key; numbers are equal across their types.
  func member(for key: Value) -> Value?
  /// Whether `in` finds the key; a map can have members for keys that it does not list.
  func contains(_ key: Value) -> Bool
  /// How much there is to read here and below, which operations on the map are charged with.
  var extent: Int { get }
}

extension MapObject {
  package var count: Int { keys.count }
  package var extent: Int { count }

  package func member(_ name: HashedName) -> Value? { member(name.text) }

  package func hasMember(_ key: String) -> Bool { member(key) != nil }

  package func hasMember(_ name: HashedName) -> Bool { hasMember(name.text) }

  package func contains(_ key: Value) -> Bool { member(for: key) != nil }

  package func member(for key: Value) -> Value? {
    guard case .string(let text) = key else { return nil }
    return member(text)
  }
}

/// A value of a type that only functions understand, such as an IP address.
package protocol OpaqueObject: Sendable {
  /// The type's name, as `type(x)` prints it.
  var typeName: String { get }
  /// The value as a person writes it.
  var text: String { get }
  func isEqual(to other: any OpaqueObject) -> Bool
}

extension OpaqueObject where Self: Equatable {
  package func isEqual(to other: any OpaqueObject) -> Bool { (other as? Self) == self }
}

/// A list whose elements are in memory.
final class ArrayList: ListObject {
  let elements: [Value]
  let extent: Int

  init(_ elements: [Value]) {
    self.elements = elements
    // A list that holds another twice counts it twice, so that no value is larger than its price.
    extent = elements.reduce(1) { $0.adding($1.extent) }
  }

  var count: Int { elements.count }

  func element(at index: Int) -> Value { elements[index] }
}

extension ListObject {
  /// All elements as an array, without a copy when they are in one already.
  package var array: [Value] {
    (self as? ArrayList)?.elements ?? (0..<count).map(element(at:))
  }
}

extension Int {
  /// The sum, or the largest number when that is too large.
  func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
