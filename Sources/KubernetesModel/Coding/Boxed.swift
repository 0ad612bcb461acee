/// Keeps a large part that is often absent outside its struct, so that the struct stays cheap to copy.
@propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private var box: Box?

  package init() {}

  package init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  /// Whether there is a part.
  var isThere: Bool { box != nil }

  package var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }
}

extension Boxed: Equatable where Value: Equatable {
  package static func == (one: Boxed, other: Boxed) -> Bool {
    one.box === other.box || one.wrappedValue == other.wrappedValue
  }
}

extension Boxed: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(wrappedValue)
  }
}
