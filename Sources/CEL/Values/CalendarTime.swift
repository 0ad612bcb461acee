/// A moment as a calendar and a clock show it, in the proleptic Gregorian calendar.
struct CalendarTime {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// Days since 1 January of the year.
  var dayOfYear: Int
  /// 0 is Sunday.
  var dayOfWeek: Int

  /// The calendar time at so many seconds since 1970.
  init(seconds: Int64) {
    let days = seconds.floorDivided(by: 86_400)
    let clock = Int(seconds.floorModulo(86_400))
    hour = clock / 3600
    minute = clock / 60 % 60
    second = clock % 60
    dayOfWeek = Int((days &+ 4).floorModulo(7))
    // Days are counted from 1 March of year 0, so that leap days come last.
    let shifted = days &+ 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = Int(shifted.floorModulo(146_097))
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayFromMarch + 2) / 153
    day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    dayOfYear = 0
    dayOfYear = Int(days &- CalendarTime.days(year: year, month: 1, day: 1))
  }

  /// Reads `2026-11-22T10:32:56`; nil when the text is not that or names no day.
  init?(readingFrom reader: inout DigitReader) {
    guard let year = reader.readNumber(digits: 4), reader.skip("-"),
      let month = reader.readNumber(digits: 2), reader.skip("-"),
      let day = reader.readNumber(digits: 2), reader.skip("T"),
      let hour = reader.readNumber(digits: 2), reader.skip(":"),
      let minute = reader.readNumber(digits: 2), reader.skip(":"),
      let second = reader.readNumber(digits: 2),
      (1...12).contains(month), day >= 1, day <= CalendarTime.length(ofMonth: month, year: year),
      hour < 24, minute < 60, second < 60
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
    (dayOfYear, dayOfWeek) = (0, 0)
  }

  var secondsSince1970: Int64 {
    CalendarTime.days(year: year, month: month, day: day) &* 86_400
      &+ Int64(hour * 3600 + minute * 60 + second)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01.
  static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let era = shifted.floorDivided(by: 400)
    let yearOfEra = shifted.floorModulo(400)
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// Reads digits and signs off the front of a text.
struct DigitReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { index == bytes.count }

  /// A number of exactly so many digits.
  mutating func readNumber(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[index..<index + digits] {
      guard let digit = byte.digit else { return nil }
      number = number * 10 + digit
    }
    index += digits
    return number
  }

  mutating func skip(_ character: Character) -> Bool {
    guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
    index += 1
    return true
  }

  /// Nanoseconds after a point, 0 when there is no point, nil when a point has no digits.
  mutating func readFraction() -> Int32? {
    guard skip(".") || skip(",") else { return 0 }
    var (nanoseconds, scale, digits) = (Int32(0), Int32(100_000_000), 0)
    while index < bytes.count, let digit = bytes[index].digit {
      nanoseconds += scale * Int32(digit)
      scale /= 10
      index += 1
      digits += 1
    }
    return digits > 0 ? nanoseconds : nil
  }

  /// Seconds east of UTC: `Z` or `+hh:mm`.
  mutating func readOffset() -> Int? {
    if skip("Z") { return 0 }
    let sign = skip("-") ? -1 : 1
    guard sign == -1 || skip("+"), let hours = readNumber(digits: 2), skip(":"),
      let minutes = readNumber(digits: 2), hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

extension UInt8 {
  /// The value of a decimal digit.
  var digit: Int? { (48...57).contains(self) ? Int(self) - 48 : nil }
}
