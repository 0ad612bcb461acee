import Findings

extension Page {
  private static let clockColumns = 10

  /// What happened to a pod: a line for each entry, with the day where it changes.
  mutating func timeline(_ timeline: Timeline, name: String, after margin: Margin) {
    paragraph(name, .faint, after: margin)
    var day = ""
    for entry in timeline.entries {
      let (date, clock) = entry.dateAndClock
      if date != day, !date.isEmpty { paragraph(date, .faint, after: margin.continued) }
      day = date
      for note in entry.notes { paragraph(note, .faint, after: margin.continued) }
      paragraph(
        entry.sentence,
        after: margin.continued.labelled(clock, .none, columns: Self.clockColumns),
        aside: shown(entry.place))
    }
  }
}

extension Timeline.Entry {
  /// `2026-11-22` and `10:29:16` of an RFC 3339 time in UTC; no date and `5m ago` where only the age is known.
  fileprivate var dateAndClock: (date: String, clock: String) {
    let parts = (time ?? "").split(separator: "T", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return ("", "\(Self.age(ago ?? 0)) ago") }
    return (parts[0], String(parts[1].prefix(8)))
  }

  fileprivate var sentence: String {
    let whose = container.map { "\($0): " } ?? ""
    let often = count > 1 ? "\(count) times" : ""
    guard let last else { return whose + says + (often.isEmpty ? "" : " (\(often))") }
    return "\(whose)\(says) (\(often.isEmpty ? "again" : often + ", last") \(last))"
  }

  /// When it happened last; nil where it happened once.
  private var last: String? {
    if let lastAgo { return "\(Self.age(lastAgo)) ago" }
    return until.map { until in
      "at " + (until.split(separator: "T").last.map { String($0.prefix(8)) } ?? until)
    }
  }

  /// An age in its largest unit, as kubectl has it.
  private static func age(_ seconds: Int) -> String {
    let units = [("d", 86_400), ("h", 3600), ("m", 60)]
    let unit = units.first { seconds >= 2 * $0.1 }
    return unit.map { "\(seconds / $0.1)\($0.0)" } ?? "\(seconds)s"
  }

  /// What stands before the entry: how much was left out, how long nothing was heard.
  fileprivate var notes: [String] {
    [
      skipped.map { "\(counted($0, "step")) left out" },
      gap.map { "\(Self.length(seconds: $0)) without a word" },
    ].compactMap(\.self)
  }

  /// A length of time in its two largest units.
  private static func length(seconds: Int) -> String {
    let units = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]
    var rest = seconds
    var parts: [String] = []
    for (name, size) in units where parts.count < 2 && (rest >= size || !parts.isEmpty) {
      guard rest >= size else { break }
      parts.append("\(rest / size) \(name)")
      rest %= size
    }
    return parts.joined(separator: " ")
  }
}
