/// How much an evaluation may cost, so that no expression can hang or fill the memory.
package struct Limits: Sendable {
  /// Function calls, loop rounds and, in portions of 16, bytes and elements that are read or made.
  package var steps: Int

  package init(steps: Int) {
    self.steps = steps
  }

  /// Enough for anything sensible; at most about a second.
  package static let standard = Limits(steps: 2_000_000)

  /// The largest text or list that one function makes, in bytes or elements.
  static let largestValue = 8_000_000

  /// Refuses to make a value that would be too large.
  static func require(_ size: Int) throws(EvaluationError) {
    if size > largestValue || size < 0 { throw .tooLarge }
  }
}
