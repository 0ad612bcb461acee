/// A field that takes a number or a text: a port by number or name, a count or a percentage.
package enum IntOrString: Hashable, Sendable, CustomStringConvertible {
  case int(Int32)
  case string(String)

  /// The number or the text as it is written.
  package var description: String {
    switch self {
    case .int(let number): String(number)
    case .string(let text): text
    }
  }

  /// Which way a share of a total is rounded.
  package enum Rounding: Sendable {
    case up
    case down
  }

  /// The number itself, or the percentage of `total`; nil for a text that is not a percentage.
  package func scaledValue(of total: Int, rounding: Rounding) -> Int? {
    switch self {
    case .int(let number): return Int(number)
    case .string(let text):
      guard text.utf8.last == UInt8(ascii: "%"), let percent = Int(text.dropLast()) else {
        return nil
      }
      let (product, overflow) = total.multipliedReportingOverflow(by: percent)
      guard !overflow else { return nil }
      let isShort = rounding == .up && product > 0 && product % 100 != 0
      return product / 100 + (isShort ? 1 : 0)
    }
  }
}
