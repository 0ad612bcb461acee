import CEL
import Synchronization

/// Room for a few facts, which are read while others are added: memory that is handed out and freed by hand.
@safe struct FactPage {
  /// How many facts there is room for: as many as a word has octets for their slots, but one.
  private static let room = 7

  /// What tells who reads which facts are there.
  private struct Head: ~Copyable {
    /// The slot of each fact and one more, an octet each, in the order in which they came.
    let slots = Atomic<UInt64>(0)
    /// The address of the page before this one, 0 for the first.
    let earlier: UInt
  }

  private static let firstValue = 16
  private let memory: UnsafeMutableRawPointer

  /// The page at an address; nil for 0.
  init?(at address: UInt) {
    guard let memory = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return nil }
    unsafe self.memory = memory
  }

  /// An empty page, to be freed by whoever keeps it.
  init(after earlier: UInt) {
    unsafe memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.firstValue + Self.room * MemoryLayout<Value>.stride,
      alignment: MemoryLayout<Value>.alignment)
    unsafe memory.initializeMemory(as: Head.self, to: Head(earlier: earlier))
  }

  var address: UInt { unsafe UInt(bitPattern: memory) }
  var earlier: UInt { unsafe head.pointee.earlier }

  /// The fact of a slot; nil where it is not on this page.
  func value(of slot: Int) -> Value? {
    let slots = unsafe head.pointee.slots.load(ordering: .acquiring)
    let other = slots ^ UInt64(slot &+ 1) &* Self.ones
    // The lowest octet that is 0, if any is; what is above it may be wrong.
    let same = (other &- Self.ones) & ~other & (Self.ones &<< 7)
    return same == 0 ? nil : unsafe values[same.trailingZeroBitCount &>> 3]
  }

  /// Adds a fact; false where there is no room.
  ///
  /// Two may not add at the same time.
  func add(_ value: Value, at slot: Int) -> Bool {
    let slots = unsafe head.pointee.slots.load(ordering: .relaxed)
    let count = Self.count(slots)
    guard count < Self.room else { return false }
    unsafe (values + count).initialize(to: value)
    unsafe head.pointee.slots.store(
      slots | UInt64(slot &+ 1) &<< UInt64(count &* 8), ordering: .releasing)
    return true
  }

  /// Frees the page and what is on it.
  func free() {
    unsafe values.deinitialize(count: Self.count(head.pointee.slots.load(ordering: .acquiring)))
    unsafe memory.deallocate()
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static func count(_ slots: UInt64) -> Int { 8 - slots.leadingZeroBitCount &>> 3 }

  private var head: UnsafeMutablePointer<Head> {
    unsafe memory.assumingMemoryBound(to: Head.self)
  }

  private var values: UnsafeMutablePointer<Value> {
    unsafe (memory + Self.firstValue).assumingMemoryBound(to: Value.self)
  }
}
