/// A time table in the notation of cron, for the words of the parser that Kubernetes uses.
enum CronSchedule {
  private struct Bounds {
    let range: ClosedRange<Int>
    var names: [String] = []
    /// The number of the first name.
    var base = 0

    func value(of name: String) -> Int? {
      names.firstIndex(of: name.lowercased()).map { $0 + base }
    }
  }

  private struct Objection: Error {
    let text: String

    init(_ text: String) {
      self.text = text
    }
  }

  /// What the parser says about a text that it does not read; nil when it does.
  static func objection(to text: String) -> String? {
    do throws(Objection) {
      try read(text)
      return nil
    } catch {
      return error.text
    }
  }

  private static func read(_ text: String) throws(Objection) {
    var text = text
    if text.hasPrefix("TZ=") || text.hasPrefix("CRON_TZ=") {
      let zone = text.parts(at: " ")[0]
      let name = zone.droppingBytes(zone.parts(at: "=")[0].utf8.count + 1)
      if !name.isEmpty, name != "Local", !TimeZoneNames.contain(name) {
        throw Objection("provided bad location \(name): unknown time zone \(name)")
      }
      text = text.droppingBytes(zone.utf8.count).trimmingSpaces
    }
    if text.hasPrefix("@") { return try readDescriptor(text) }
    let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == bounds.count else {
      throw Objection(
        "expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]")
    }
    for (field, bounds) in zip(fields, bounds) {
      for range in field.parts(at: ",") where !range.isEmpty { try read(range, within: bounds) }
    }
  }

  private static func readDescriptor(_ text: String) throws(Objection) {
    let every = "@every "
    if text.hasPrefix(every) {
      let duration = text.droppingBytes(every.utf8.count)
      if let objection = GoDurationSyntax.objection(to: duration) {
        throw Objection("failed to parse duration \(text): \(objection)")
      }
    } else if !descriptors.contains(text) {
      throw Objection("unrecognized descriptor: \(text)")
    }
  }

  private static func read(_ text: String, within bounds: Bounds) throws(Objection) {
    let parts = text.parts(at: "/")
    let limits = parts[0].parts(at: "-")
    var (start, end) = (bounds.range.lowerBound, bounds.range.upperBound)
    if limits[0] != "*", limits[0] != "?" {
      start = try number(limits[0], bounds)
      end = start
      if limits.count == 2 {
        end = try number(limits[1], bounds)
      } else if limits.count > 2 {
        throw Objection("too many hyphens: \(text)")
      }
    }
    var step = 1
    if parts.count == 2 {
      step = try number(parts[1], nil)
      if limits.count == 1 { end = bounds.range.upperBound }
    } else if parts.count > 2 {
      throw Objection("too many slashes: \(text)")
    }
    try judge(text, start, end, step, bounds.range)
  }

  private static func judge(
    _ text: String, _ start: Int, _ end: Int, _ step: Int, _ range: ClosedRange<Int>
  ) throws(Objection) {
    let first = "beginning of range (\(start))"
    if start < range.lowerBound {
      throw Objection("\(first) below minimum (\(range.lowerBound)): \(text)")
    }
    if end > range.upperBound {
      throw Objection("end of range (\(end)) above maximum (\(range.upperBound)): \(text)")
    }
    if start > end { throw Objection("\(first) beyond end of range (\(end)): \(text)") }
    if step == 0 { throw Objection("step of range should be a positive number: \(text)") }
  }

  private static func number(_ text: String, _ bounds: Bounds?) throws(Objection) -> Int {
    if let value = bounds?.value(of: text) { return value }
    guard let number = Int(text) else {
      let isNumber =
        !text.isEmpty && text.utf8.drop { "+-".utf8.contains($0) }.allSatisfy(\.isDigit)
      let reason = isNumber ? "value out of range" : "invalid syntax"
      throw Objection(
        "failed to parse int from \(text): strconv.Atoi: parsing \"\(text)\": \(reason)")
    }
    guard number >= 0 else { throw Objection("negative number (\(number)) not allowed: \(text)") }
    return number
  }

  private static let bounds = [
    Bounds(range: 0...59), Bounds(range: 0...23), Bounds(range: 1...31),
    Bounds(
      range: 1...12,
      names: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ], base: 1),
    Bounds(range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
  ]

  private static let descriptors: Set = [
    "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
  ]
}
