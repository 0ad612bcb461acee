/// Knows which texts are YAML timestamps to go-yaml: a date, or a date and a time in three spellings.
enum Timestamp {
  static func isTimestamp(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard let year = number(&rest, 4...4), skip(0x2D, &rest),
      let month = number(&rest, 1...2), (1...12).contains(month), skip(0x2D, &rest),
      let day = number(&rest, 1...2), (1...days(in: month, of: year)).contains(day)
    else { return false }
    guard let separator = rest.popFirst() else { return true }
    guard isTime(&rest) else { return false }
    switch separator {
    case 0x54, 0x74: return isZone(rest)
    case 0x20: return rest.isEmpty
    default: return false
    }
  }

  private static func isTime(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let hour = number(&rest, 1...2), hour < 24, skip(0x3A, &rest),
      let minute = number(&rest, 1...2), minute < 60, skip(0x3A, &rest),
      let second = number(&rest, 1...2), second < 60
    else { return false }
    if rest.first == 0x2E || rest.first == 0x2C {
      rest.removeFirst()
      guard number(&rest, 1...9) != nil else { return false }
    }
    return true
  }

  private static func isZone(_ zone: ArraySlice<UInt8>) -> Bool {
    var rest = zone
    guard let sign = rest.popFirst() else { return false }
    if sign == 0x5A { return rest.isEmpty }
    guard sign == 0x2B || sign == 0x2D,
      let hours = number(&rest, 2...2), hours <= 24, skip(0x3A, &rest),
      let minutes = number(&rest, 2...2), minutes < 60
    else { return false }
    return rest.isEmpty
  }

  private static func number(
    _ rest: inout ArraySlice<UInt8>, _ width: ClosedRange<Int>
  ) -> Int? {
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(width.upperBound)
    guard digits.count >= width.lowerBound else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
  }

  private static func skip(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
