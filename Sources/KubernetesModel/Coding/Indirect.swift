/// Keeps a large part outside its struct, so that a copy of the struct counts one reference and not dozens.
///
/// What is kept never changes: a change makes another, which other copies do not see. So reading asks nothing of the
/// runtime, and where only a field is read nothing else is copied.
@usableFromInline
package struct Indirect<Value: Sendable>: Sendable {
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  @usableFromInline var storage: Storage

  init(_ value: Value) {
    storage = Storage(value)
  }

  @inlinable
  package var value: Value {
    _read { yield storage.value }
    _modify {
      var changed = storage.value
      defer { replace(by: changed) }
      yield &changed
    }
  }

  @usableFromInline
  mutating func replace(by value: Value) {
    storage = Storage(value)
  }
}

extension Indirect: Equatable where Value: Equatable {
  @usableFromInline
  package static func == (one: Indirect, other: Indirect) -> Bool {
    one.storage === other.storage || one.value == other.value
  }
}

extension Indirect: Hashable where Value: Hashable {
  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }
}
