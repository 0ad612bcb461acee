package import Synchronization

/// A value that is computed when it is first asked for, once, whoever asks.
///
/// Its code is inlined into other modules, because generic code of another one asks the runtime for types each time.
package final class Once<Value: Sendable>: Sendable {
  @usableFromInline
  let state: Mutex<Value?>
  @usableFromInline
  let make: @Sendable () -> Value

  @inlinable
  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    state = Mutex(nil)
  }

  @inlinable
  package var value: Value {
    state.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
