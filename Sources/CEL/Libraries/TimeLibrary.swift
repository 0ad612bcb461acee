/// Moments and lengths of time: conversions and what a calendar says about them.
enum TimeLibrary {
  static let functions: [Function] = [
    Function(
      "timestamp",
      [
        Overload(.global) { (time: Value.Timestamp) in time },
        Overload(.global, moment(ofText:)),
        Overload(.global) { (seconds: Int64) throws(EvaluationError) in
          try Value.Timestamp.validated(seconds: seconds, nanoseconds: 0)
        },
      ]),
    Function(
      "duration",
      [
        Overload(.global) { (duration: Value.Duration) in duration },
        Overload(.global, duration(ofText:)),
      ]),
    part("getFullYear") { time, _ in time.year },
    part("getMonth") { time, _ in time.month - 1 },
    part("getDayOfYear") { time, _ in time.dayOfYear },
    part("getDayOfMonth") { time, _ in time.day - 1 },
    part("getDate") { time, _ in time.day },
    part("getDayOfWeek") { time, _ in time.dayOfWeek },
    part("getHours", unit: 3_600_000_000_000) { time, _ in time.hour },
    part("getMinutes", unit: 60_000_000_000) { time, _ in time.minute },
    part("getSeconds", unit: 1_000_000_000) { time, _ in time.second },
    part("getMilliseconds", unit: 1_000_000) { _, nanoseconds in Int(nanoseconds) / 1_000_000 },
  ]

  static func moment(ofText text: String) throws(EvaluationError) -> Value.Timestamp {
    guard let time = Value.Timestamp(parsing: text) else {
      throw EvaluationError(.invalidArgument, "parsing time \"\(text)\": not an RFC 3339 time")
    }
    return time
  }

  static func duration(ofText text: String) throws(EvaluationError) -> Value.Duration {
    guard let duration = Value.Duration(parsing: text) else {
      throw EvaluationError(.invalidArgument, "time: invalid duration \"\(text)\"")
    }
    return duration
  }

  /// A method that reads one part of a moment, in UTC or a zone, and with a unit of durations too.
  private static func part(
    _ name: String, unit: Int64? = nil,
    _ part: @escaping @Sendable (CalendarTime, Int32) -> Int
  ) -> Function {
    var overloads = [
      Overload(.method) { (time: Value.Timestamp) in
        Int64(part(CalendarTime(seconds: time.seconds), time.nanoseconds))
      },
      Overload(.method) { (time: Value.Timestamp, zone: String) throws(EvaluationError) in
        let offset = try TimeZones.shared.offset(of: zone, at: time.seconds)
        let local = CalendarTime(seconds: time.seconds &+ Int64(offset))
        return Int64(part(local, time.nanoseconds))
      },
    ]
    if let unit {
      overloads.append(
        Overload(.method) { (duration: Value.Duration) in duration.nanoseconds / unit })
    }
    return Function(name, overloads)
  }
}
