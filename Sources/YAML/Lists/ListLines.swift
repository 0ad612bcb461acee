/// How many lines a part of a list has, and which of them look as if an item began there.
struct ListLines: Sendable {
  private(set) var starts: [UInt32] = []
  /// How many lines of the part stand before each of them.
  private(set) var numbers: [UInt32] = []
  var count: UInt32 = 0

  /// Notes that a line may begin an item.
  ///
  /// - Parameter offset: where in the part it begins.
  mutating func addItem(at offset: Int) {
    starts.append(UInt32(truncatingIfNeeded: offset))
    numbers.append(count)
  }
}
