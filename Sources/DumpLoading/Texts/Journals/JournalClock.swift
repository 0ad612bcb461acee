import KubernetesModel

/// Makes moments of the times in journals, which mostly bear neither year nor zone.
///
/// Times without a zone count as UTC, in which clusters mostly run.
struct JournalClock: Sendable {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// A journal may have been written in a zone ahead of UTC, so that its times seem to lie ahead.
  private static let tolerance: Int64 = 86_400

  let present: TextPresent

  /// The moment at a day of the latest year in which it is not ahead of the present; nil where that is unknown.
  func time(month: Int, day: Int, clock: String) -> Timestamp? {
    let date = "\(Self.padded(month))-\(Self.padded(day))T\(clock)Z"
    guard !present.isNominal, let year = Int(present.time.description.prefix { $0 != "-" }) else {
      return nil
    }
    let times = [year, year - 1].compactMap { Timestamp("\($0)-\(date)") }
    let latest = present.time.seconds.addingReportingOverflow(Self.tolerance).partialValue
    return times.first { $0.seconds <= latest }
  }

  /// The number of a month by its English short name, as syslog writes it.
  static func month(named name: some StringProtocol) -> Int? {
    months.firstIndex { $0 == name }.map { $0 + 1 }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
