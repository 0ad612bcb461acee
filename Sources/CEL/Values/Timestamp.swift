extension Value {
  /// A moment between the years 1 and 9999, to the nanosecond.
  package struct Timestamp: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package var seconds: Int64
    /// The part of a second after `seconds`, 0 to 999 999 999.
    package var nanoseconds: Int32

    package init(seconds: Int64, nanoseconds: Int32) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }

    package static func < (one: Timestamp, other: Timestamp) -> Bool {
      (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }

    static let validSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// A moment so many nanoseconds after 1970, or an error when no calendar year has it.
    static func validated(seconds: Int64, nanoseconds: Int64) throws(EvaluationError) -> Timestamp {
      let carry = nanoseconds.floorDivided(by: 1_000_000_000)
      let (whole, overflow) = seconds.addingReportingOverflow(carry)
      guard !overflow, validSeconds.contains(whole) else {
        throw EvaluationError(.overflow, "timestamp overflow")
      }
      return Timestamp(
        seconds: whole, nanoseconds: Int32(nanoseconds &- carry &* 1_000_000_000))
    }

    func adding(_ duration: Duration) throws(EvaluationError) -> Timestamp {
      let whole = duration.nanoseconds / 1_000_000_000
      let part = duration.nanoseconds % 1_000_000_000
      return try Timestamp.validated(
        seconds: seconds &+ whole, nanoseconds: Int64(nanoseconds) + part)
    }

    func distance(from start: Timestamp) throws(EvaluationError) -> Duration {
      let (whole, overflow) = (seconds &- start.seconds).multipliedReportingOverflow(
        by: 1_000_000_000)
      let (sum, second) = whole.addingReportingOverflow(
        Int64(nanoseconds) - Int64(start.nanoseconds))
      guard !overflow, !second else { throw EvaluationError(.overflow, "timestamp overflow") }
      return Duration(nanoseconds: sum)
    }
  }
}

extension Value.Timestamp: CustomStringConvertible {
  /// The moment as RFC 3339 in UTC, with as many digits of the second as it has.
  package var description: String {
    let calendar = CalendarTime(seconds: seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    var text = String(calendar.year)
    text = String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
    text += "-\(two(calendar.month))-\(two(calendar.day))T"
    text += "\(two(calendar.hour)):\(two(calendar.minute)):\(two(calendar.second))"
    return text + Value.fraction(of: Int64(nanoseconds), digits: 9) + "Z"
  }

  /// Reads RFC 3339, such as `2026-11-22T10:32:56.5+01:00`; nil when the text is anything else.
  package init?(parsing text: String) {
    var reader = DigitReader(text)
    guard let date = CalendarTime(readingFrom: &reader) else { return nil }
    guard let fraction = reader.readFraction(), let offset = reader.readOffset(), reader.isAtEnd
    else { return nil }
    seconds = date.secondsSince1970 &- Int64(offset)
    nanoseconds = fraction
    guard Self.validSeconds.contains(seconds) else { return nil }
  }
}

extension Value {
  /// Digits after a decimal point without trailing zeros, and nothing when there are none.
  static func fraction(of part: Int64, digits: Int) -> String {
    guard part != 0 else { return "" }
    var text = String(part)
    text = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    while text.hasSuffix("0") { text.removeLast() }
    return "." + text
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  func floorModulo(_ divisor: Int64) -> Int64 { self &- floorDivided(by: divisor) &* divisor }
}
