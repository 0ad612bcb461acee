import KubernetesModel
import Testing

@testable import DumpLoading

@Suite("Ages")
struct AgeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var seconds: Int64?
    var testDescription: String { text.isEmpty ? "nothing" : text }
  }

  static let ages = [
    Case(text: "0s", seconds: 0), Case(text: "59s", seconds: 59),
    Case(text: "5m32s", seconds: 332), Case(text: "47h", seconds: 169_200),
    Case(text: "3d4h", seconds: 273_600), Case(text: "2y10d", seconds: 63_936_000),
    Case(text: "<invalid>", seconds: 0), Case(text: "<unknown>", seconds: nil),
    Case(text: "", seconds: nil), Case(text: "5", seconds: nil), Case(text: "m5", seconds: nil),
    Case(text: "5s3m", seconds: nil), Case(text: "3m3m", seconds: nil),
    Case(text: "-5s", seconds: nil), Case(text: "99999999999999999999d", seconds: nil),
    Case(text: "9223372036854775807y", seconds: nil),
  ]

  @Test("are read as kubectl prints them, and nothing else", arguments: ages)
  func age(_ example: Case) {
    #expect(Age(example.text)?.duration.seconds == example.seconds)
  }

  @Test(
    "what kubectl prints of a duration is read back", arguments: [0, 119, 599, 10_799, 700_000])
  func roundTrip(_ seconds: Int64) throws {
    let text = GoDuration(seconds: seconds).humanDescription
    let age = try #require(Age(text))
    #expect(age.duration.humanDescription == text)
  }

  @Test("of events tell how often they were seen")
  func repeated() throws {
    let age = try #require(EventAge("3s (x4 over 50s)"))
    #expect(age.last?.duration.seconds == 3)
    #expect(age.first?.duration.seconds == 50)
    #expect(age.count == 4)
  }

  @Test("of events may be unknown, but are nothing else")
  func unknown() throws {
    #expect(try #require(EventAge("<unknown>")).last == nil)
    for text in ["", "soon", "3s (x over 5s)", "3s (x4 over", "3s (x0 over 4s)"] {
      #expect(EventAge(text) == nil, "\(text)")
    }
  }

  @Test(
    "times of descriptions are read with their offset",
    arguments: [
      ("Sun, 22 Nov 2026 12:02:35 +0000", "2026-11-22T12:02:35Z"),
      ("Thu, 01 Jan 1970 01:00:00 +0100", "1970-01-01T00:00:00Z"),
      ("Mon, 2 Mar 2026 23:59:59 -0530", "2026-03-03T05:29:59Z"),
    ])
  func times(_ text: String, _ time: String) {
    #expect(Timestamp(described: text)?.description == time)
  }

  @Test(
    "what is no time is none",
    arguments: [
      "", "<unset>", "Sun, 22 Foo 2026 12:02:35 +0000", "Sun, 99 Nov 2026 12:02:35 +0000",
    ])
  func noTimes(_ text: String) {
    #expect(Timestamp(described: text) == nil)
  }
}
