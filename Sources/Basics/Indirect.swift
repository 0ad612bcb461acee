/// Keeps a large part outside its struct, so that a copy of the struct counts one reference and not dozens.
///
/// Copies share the part until one of them changes it. A property that hands out the part has addressors, so that who
/// reads one field of it copies that field; any other accessor would copy all of it.
@usableFromInline
package struct Indirect<Value: Sendable>: @unchecked Sendable {
  /// Changed only where nothing else refers to it, which is what makes it safe to send.
  @usableFromInline var buffer: ManagedBuffer<Value, Void>

  @inlinable
  package init(_ value: Value) {
    buffer = Self.buffer(of: value)
  }

  @inlinable var value: Value { buffer.header }

  /// Where the part is while this is not changed.
  @inlinable
  package var address: UnsafePointer<Value> {
    unsafe UnsafePointer(buffer.withUnsafeMutablePointerToHeader { unsafe $0 })
  }

  /// Where the part can be changed while nothing else is done with this.
  @inlinable
  package mutating func mutableAddress() -> UnsafeMutablePointer<Value> {
    if !isKnownUniquelyReferenced(&buffer) { buffer = Self.buffer(of: buffer.header) }
    return unsafe buffer.withUnsafeMutablePointerToHeader { unsafe $0 }
  }

  @inlinable
  static func buffer(of value: Value) -> ManagedBuffer<Value, Void> {
    .create(minimumCapacity: 0) { _ in value }
  }
}

extension Indirect: Equatable where Value: Equatable {
  @usableFromInline
  package static func == (one: Indirect, other: Indirect) -> Bool {
    one.buffer === other.buffer || one.value == other.value
  }
}

extension Indirect: Hashable where Value: Hashable {
  @usableFromInline
  package func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }
}
