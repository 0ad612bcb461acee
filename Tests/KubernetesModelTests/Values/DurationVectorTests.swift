import KubernetesModel
import TestSupport
import Testing

struct DurationVectorTests {
  @Test(
    "durations read and print as upstream", arguments: try Vectors.cases("durations/cases.json"))
  func prints(_ recorded: JSONValue) throws {
    let duration = GoDuration(nanoseconds: try #require(recorded["nanoseconds"]?.int))
    let text = try #require(recorded["go"]?.string)
    #expect(duration.humanDescription == recorded["human"]?.string)
    #expect(duration.shortHumanDescription == recorded["short"]?.string)
    #expect(duration.description == text)
    #expect(GoDuration(text) == duration)
  }
}

struct GoDurationTests {
  @Test(
    "Go's notation is read",
    arguments: texts)
  func reads(_ text: String, _ nanoseconds: Int64) {
    #expect(GoDuration(text)?.nanoseconds == nanoseconds)
  }

  private static let texts: [(String, Int64)] = [
    ("0", 0), ("+5s", 5_000_000_000), ("1h2m3.5s", 3_723_500_000_000), (".5m", 30_000_000_000),
    ("-1.5h", -5_400_000_000_000), ("10us", 10000), ("10µs", 10000), ("1.ms", 1_000_000),
    ("2562047h47m16.854775807s", .max), ("-2562047h47m16.854775808s", .min),
    ("0.000000000000000000000001h", 0),
  ]

  @Test(
    "other texts are refused",
    arguments: [
      "", "-", "5", "s", ".s", "1x", "1s2", "1 s", "9999999h", "2562047h47m16.854775808s", "1e3s",
      "99999999999999999999999s",
    ])
  func refuses(_ text: String) {
    #expect(GoDuration(text) == nil)
  }

  @Test func `the shortest duration prints`() {
    #expect(GoDuration.shortest.description == "-2562047h47m16.854775808s")
  }
}
