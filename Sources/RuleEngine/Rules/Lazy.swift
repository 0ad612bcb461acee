import Synchronization

/// A value that is made when first asked for, and then kept; asking again takes no lock.
final class Lazy<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private let known = AtomicLazyReference<Made>()
  private let make: @Sendable () -> Value

  /// Threads that ask at the same time may each call `make`; one of the results is kept for all.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  var value: Value {
    if let made = known.load() { return made.value }
    return known.storeIfNil(Made(make())).value
  }
}
