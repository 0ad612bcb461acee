/// What the API server says about values, where more than one rule says it.
enum Wording {
  static let nonNegative = "must be greater than or equal to 0"
  static let positive = "must be greater than zero"
  static let tooManyFields = "may not have more than one field specified at a time"

  static let addressRange = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"

  static func noMore(_ limit: Int) -> String { "must be no more than \(limit) characters" }

  static func between(_ range: ClosedRange<Int64>) -> String {
    "must be between \(range.lowerBound) and \(range.upperBound), inclusive"
  }

  /// A rule that a regular expression stands for.
  static func pattern(_ message: String, _ pattern: String, _ examples: String...) -> String {
    guard !examples.isEmpty else { return "\(message) (regex used for validation is '\(pattern)')" }
    let list = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(message) (e.g. \(list)regex used for validation is '\(pattern)')"
  }

  /// A number as Go prints it with `%f`.
  static func sixDecimals(_ number: Double) -> String {
    guard number < 1e12 else { return "\(number)" }
    let millionths = Int64((number * 1_000_000).rounded(.toNearestOrEven))
    let fraction = String(millionths % 1_000_000)
    return
      "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
  }
}
