/// A moment with nanoseconds: what `metav1.Time` and `metav1.MicroTime` hold.
package struct Timestamp: Hashable, Sendable, Comparable {
  /// Since the beginning of 1970, UTC.
  package var seconds: Int64
  /// Within the second, from 0 to 999,999,999.
  package var nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (one: Timestamp, other: Timestamp) -> Bool {
    (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
  }

  /// How long after `earlier` this is, saturated at about 292 years as Go's `Time.Sub`.
  package func since(_ earlier: Timestamp) -> GoDuration {
    let (seconds, overflow) = self.seconds.subtractingReportingOverflow(earlier.seconds)
    let end = self.seconds < earlier.seconds ? GoDuration.shortest : GoDuration.longest
    guard !overflow else { return end }
    let (product, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !isTooFar else { return end }
    let rest = Int64(nanoseconds) - Int64(earlier.nanoseconds)
    let (sum, isOver) = product.addingReportingOverflow(rest)
    return isOver ? end : GoDuration(nanoseconds: sum)
  }

  /// The moment that much later.
  package static func + (start: Timestamp, duration: GoDuration) -> Timestamp {
    let total = Int64(start.nanoseconds) + duration.nanoseconds % 1_000_000_000
    let carry = total < 0 ? -1 : total / 1_000_000_000
    return Timestamp(
      seconds: start.seconds &+ duration.nanoseconds / 1_000_000_000 &+ carry,
      nanoseconds: Int32(total - carry * 1_000_000_000))
  }
}

extension Timestamp: CustomStringConvertible {
  /// As `metav1.Time` prints: UTC, whole seconds.
  package var description: String { "\(dateAndTime)Z" }

  /// As `metav1.MicroTime` prints: UTC, six decimals.
  package var microDescription: String {
    "\(dateAndTime).\(padded(Int64(nanoseconds) / 1000, 6))Z"
  }

  private var dateAndTime: String {
    let (day, second) = (seconds.floorDivided(by: 86400), seconds.floorRemainder(by: 86400))
    let date = CivilDate(daysSince1970: day)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
      + "T\(clock.joined(separator: ":"))"
  }
}

extension Timestamp {
  /// Reads RFC 3339 with an optional fraction and any offset; nil for anything else.
  package init?(_ text: String) {
    var scanner = ByteScanner(text)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let day = scanner.number(2), scanner.take("T"),
      let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2),
      scanner.take(":"), let second = scanner.number(2), let nanoseconds = scanner.fraction(),
      let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    self.init(
      CivilDate(year: year, month: month, day: day), hour, minute, second, offset: offset,
      nanoseconds: Int32(nanoseconds))
  }

  /// Reads the form that the API server writes, `2026-05-15T08:00:00Z`; nil for any other, also where it is a time.
  init?(written octets: ArraySlice<UInt8>) {
    guard octets.count == 20 else { return nil }
    let start = octets.startIndex
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for place in range {
        let digit = octets[start + place] &- 0x30
        guard digit <= 9 else { return nil }
        value = value * 10 + Int64(digit)
      }
      return value
    }
    func stands(_ mark: Unicode.Scalar, at place: Int) -> Bool {
      octets[start + place] == UInt8(ascii: mark)
    }
    guard stands("-", at: 4), stands("-", at: 7), stands("T", at: 10), stands(":", at: 13),
      stands(":", at: 16), stands("Z", at: 19), let year = number(0..<4),
      let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    self.init(CivilDate(year: year, month: month, day: day), hour, minute, second)
  }

  /// Nil for a moment that no calendar or clock has.
  private init?(
    _ date: CivilDate, _ hour: Int64, _ minute: Int64, _ second: Int64, offset: Int64 = 0,
    nanoseconds: Int32 = 0
  ) {
    guard date.isValid, hour < 24, minute < 60, second < 60 else { return nil }
    let clock = hour * 3600 + minute * 60 + second
    self.init(seconds: date.daysSince1970 * 86400 + clock - offset, nanoseconds: nanoseconds)
  }
}

/// Reads fixed-width numbers from the bytes of a text.
private struct ByteScanner {
  private var bytes: Substring.UTF8View

  init(_ text: String) {
    bytes = text[...].utf8
  }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = bytes.first, UInt32(first) == character.value else { return false }
    bytes.removeFirst()
    return true
  }

  mutating func number(_ width: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Nanoseconds; zero when there is no fraction.
  mutating func fraction() -> Int64? {
    guard take(".") || take(",") else { return 0 }
    guard var value = digit() else { return nil }
    var digits = 1
    while let next = digit() {
      if digits < 9 { value = value * 10 + next }
      digits += 1
    }
    for _ in 0..<max(0, 9 - digits) { value *= 10 }
    return value
  }

  /// Seconds east of Greenwich.
  mutating func offset() -> Int64? {
    if take("Z") { return 0 }
    let isEast = take("+")
    guard isEast || take("-"), let hours = number(2), take(":"), let minutes = number(2),
      hours <= 24, minutes <= 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isEast ? seconds : -seconds
  }

  private mutating func digit() -> Int64? {
    guard let first = bytes.first, first >= 0x30, first <= 0x39 else { return nil }
    bytes.removeFirst()
    return Int64(first - 0x30)
  }
}

private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
