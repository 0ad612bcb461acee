/// Tells which lines of a long log matter, so that the others need not be kept.
package struct LogSieve: Sendable {
  /// What of a line is looked at, in octets.
  package static let longestLine = 8 << 10

  /// The numbers of the patterns that a line matches.
  let marks: @Sendable (Span<UInt8>) -> [Int]

  /// A sieve that keeps the lines which any pattern matches.
  ///
  /// - Parameter marks: the numbers of the patterns that a line matches.
  package init(_ marks: @escaping @Sendable (Span<UInt8>) -> [Int]) {
    self.marks = marks
  }

  /// The sieve of those who read no logs: of a long one only the beginning and the end stay.
  package static let nothing = LogSieve { _ in [] }
}
