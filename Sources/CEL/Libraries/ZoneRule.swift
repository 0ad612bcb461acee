/// When summer time begins and ends each year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
  private var standard: Int
  private var summer: (offset: Int, start: Day, end: Day)?

  private enum Day: Sendable {
    /// Month, week (5 is the last) and day of the week, at seconds after midnight.
    case weekday(month: Int, week: Int, day: Int, time: Int)
    /// Day of the year from 1, 29 February never counted.
    case julian(Int, time: Int)
    /// Day of the year from 0.
    case ordinal(Int, time: Int)
  }

  init?(_ text: String) {
    var reader = RuleReader(text)
    guard reader.skipName(), let west = reader.time() else { return nil }
    standard = -west
    guard reader.skipName() else { return }
    let offset = reader.time().map { -$0 } ?? standard + 3600
    guard reader.skip(","), let start = ZoneRule.day(&reader), reader.skip(","),
      let end = ZoneRule.day(&reader)
    else { return nil }
    summer = (offset, start, end)
  }

  private static func day(_ reader: inout RuleReader) -> Day? {
    var numbers: [Int] = []
    let isWeekday = reader.skip("M")
    let isJulian = !isWeekday && reader.skip("J")
    repeat {
      guard let number = reader.number() else { return nil }
      numbers.append(number)
    } while isWeekday && reader.skip(".")
    let time = reader.skip("/") ? reader.time() ?? 7200 : 7200
    if isWeekday {
      guard numbers.count == 3, (1...12).contains(numbers[0]), numbers[2] < 7 else { return nil }
      return .weekday(month: numbers[0], week: numbers[1], day: numbers[2], time: time)
    }
    return isJulian ? .julian(numbers[0], time: time) : .ordinal(numbers[0], time: time)
  }

  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let year = CalendarTime(seconds: seconds &+ Int64(standard)).year
    let start = ZoneRule.moment(summer.start, year) &- Int64(standard)
    let end = ZoneRule.moment(summer.end, year) &- Int64(summer.offset)
    let isSummer =
      start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : standard
  }

  /// The local moment of a change in a year, in seconds since 1970 on the local clock.
  private static func moment(_ day: Day, _ year: Int) -> Int64 {
    switch day {
    case .ordinal(let number, let time):
      return (CalendarTime.days(year: year, month: 1, day: 1) + Int64(number)) * 86_400
        + Int64(time)
    case .julian(let number, let time):
      let isAfterLeapDay = number >= 60 && CalendarTime.length(ofMonth: 2, year: year) == 29
      let days = CalendarTime.days(year: year, month: 1, day: 1)
      return (days + Int64(number - 1 + (isAfterLeapDay ? 1 : 0))) * 86_400 + Int64(time)
    case .weekday(let month, let week, let weekday, let time):
      let first = CalendarTime.days(year: year, month: month, day: 1)
      let firstWeekday = Int((first + 4).floorModulo(7))
      var day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      while day >= CalendarTime.length(ofMonth: month, year: year) { day -= 7 }
      return (first + Int64(day)) * 86_400 + Int64(time)
    }
  }
}

private struct RuleReader {
  private var rest: Substring

  init(_ text: String) {
    rest = Substring(text.prefix(200))
  }

  mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  /// Goes past a zone's name, in letters or in angle brackets.
  mutating func skipName() -> Bool {
    let count = rest.count
    if skip("<") {
      rest = rest.drop { $0 != ">" }.dropFirst()
    } else {
      rest = rest.drop { $0.isLetter }
    }
    return rest.count < count
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { $0.isWholeNumber }
    rest.removeFirst(digits.count)
    return digits.count < 6 ? Int(digits) : nil
  }

  /// Seconds of `[+-]hh[:mm[:ss]]`.
  mutating func time() -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard var total = number().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where skip(":") {
      guard let part = number() else { return nil }
      total += part * unit
    }
    return sign * total
  }
}
