extension Collection where Index == Int {
  /// The places of the elements in stretches of `size`, the last one shorter: what loops hand to processors where the
  /// elements themselves need not be copied.
  package func stretches(of size: Int) -> [Range<Int>] {
    stride(from: startIndex, to: endIndex, by: size).map { $0..<Swift.min($0 + size, endIndex) }
  }
}
