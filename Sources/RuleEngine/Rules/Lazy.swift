import Synchronization

/// A value that is made when first asked for, and then kept; asking again takes no lock.
///
/// The standard library's `AtomicLazyReference` would do, but its generic code asks the runtime for types on each
/// load, which took 800 instructions.
@safe final class Lazy<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  /// The address of what was made, which this keeps alive; 0 before.
  private let address = Atomic<UInt>(0)
  private let make: @Sendable () -> Value

  /// Threads that ask at the same time may each call `make`; one of the results is kept for all.
  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  deinit {
    unsafe Self.reference(at: address.load(ordering: .acquiring))?.release()
  }

  var value: Value {
    if let known = unsafe Self.reference(at: address.load(ordering: .acquiring)) {
      return unsafe known._withUnsafeGuaranteedRef { $0.value }
    }
    return kept(make())
  }

  /// Calls `body` with the value where it is kept, so that nothing of it is counted.
  func withValue<Result, Failure: Error>(
    _ body: (Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let known = unsafe Self.reference(at: address.load(ordering: .acquiring)) {
      let attempt = unsafe known._withUnsafeGuaranteedRef { made in
        Attempt { () throws(Failure) in try body(made.value) }
      }
      return try attempt.get()
    }
    return try body(kept(make()))
  }

  private func kept(_ value: Value) -> Value {
    let made = unsafe Unmanaged.passRetained(Made(value))
    let (isFirst, kept) = unsafe address.compareExchange(
      expected: 0, desired: UInt(bitPattern: made.toOpaque()), ordering: .acquiringAndReleasing)
    guard !isFirst, let first = unsafe Self.reference(at: kept) else { return value }
    unsafe made.release()
    return unsafe first.takeUnretainedValue().value
  }

  private static func reference(at address: UInt) -> Unmanaged<Made>? {
    unsafe UnsafeRawPointer(bitPattern: address).map { unsafe Unmanaged.fromOpaque($0) }
  }
}
