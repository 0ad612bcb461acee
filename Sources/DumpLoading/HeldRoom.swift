import Synchronization

/// The memory that the small files of a dump may take while they wait to be read, so that each is opened once.
final class HeldRoom: Sendable {
  /// Larger files are opened as often as somebody looks at them: what that costs is little beside reading them.
  static let largestFile = 16 << 10

  private let left: Atomic<Int>

  init(_ size: Int = 64 << 20) {
    left = Atomic(size)
  }

  /// Takes the room of one file; false where no more is left.
  func take(_ size: Int) -> Bool {
    size <= Self.largestFile && left.subtract(size, ordering: .relaxed).newValue >= 0
  }
}
