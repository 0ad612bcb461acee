import Findings
import KubernetesModel
import Testing

struct TimestampTests {
  @Test(
    "RFC 3339 is read and printed in UTC",
    arguments: [
      ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0),
      ("2026-11-22T10:32:56Z", "2026-11-22T10:32:56Z", 1_795_343_576),
      ("2024-02-29T23:59:59.999999999+02:00", "2024-02-29T21:59:59Z", 1_709_243_999),
      ("1969-12-31T23:59:59-00:30", "1970-01-01T00:29:59Z", 1799),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", -62_135_596_800),
    ])
  func reads(_ text: String, _ printed: String, _ seconds: Int64) throws {
    let time = try #require(Timestamp(text))
    #expect(time.seconds == seconds)
    #expect(time.description == printed)
  }

  @Test(
    "what is not RFC 3339 is refused",
    arguments: [
      "", "2026", "2026-11-22", "2026-11-22 10:32:56Z", "2026-02-29T00:00:00Z",
      "2026-11-22T24:00:00Z", "2026-11-22T10:32:56", "2026-11-22T10:32:56.Z",
      "2026-13-01T00:00:00Z", "2026-11-22T10:32:56Zx", "2026-11-22T10:32:56+25:00",
    ])
  func refuses(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(
    "a field holds the moment that its text tells, or none",
    arguments: [
      "2026-11-22T10:32:56Z", "0001-01-01T00:00:00Z", "2024-02-29T00:00:00Z",
      "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
      "2026-11-22T10:32:60Z", "2026-00-22T10:32:56Z", "2026-11-22 10:32:56Z",
      "2026-11-22T10:32:5xZ", "2026-11-22T10:32:56.5Z", "2026-11-22T10:32:56+02:00", "20261122",
    ])
  func fields(_ text: String) throws {
    var problems: [LoadProblem] = []
    let event = Event(decoding: try document("{lastTimestamp: '\(text)'}"), problems: &problems)
    #expect(event.lastTimestamp == Timestamp(text))
    #expect(problems.isEmpty == (Timestamp(text) != nil))
  }

  @Test func `fractions are kept to the nanosecond and printed to the microsecond`() throws {
    let time = try #require(Timestamp("2026-11-22T10:32:56.1234567891Z"))
    #expect(time.nanoseconds == 123_456_789)
    #expect(time.microDescription == "2026-11-22T10:32:56.123456Z")
  }

  @Test func `a difference saturates`() {
    let late = Timestamp(seconds: .max)
    let early = Timestamp(seconds: .min)
    #expect(late.since(early) == .longest)
    #expect(early.since(late) == .shortest)
    let start = Timestamp(seconds: 10, nanoseconds: 900_000_000)
    #expect((start + GoDuration(nanoseconds: 200_000_000)).nanoseconds == 100_000_000)
    #expect((start + GoDuration(nanoseconds: -950_000_000)).seconds == 9)
  }
}
