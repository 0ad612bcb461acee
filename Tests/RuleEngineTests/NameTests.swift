import RuleEngine
import Testing

@Suite("Names and patterns for them")
struct NameTests {
  static let globs: [(String, String, Bool)] = [
    ("image-*", "image-not-found", true), ("image-*", "an-image-", false), ("*", "", true),
    ("?at", "cat", true), ("?at", "at", false), ("*-missing", "pvc-missing", true),
    ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbY", false), ("plain", "plain", true),
  ]

  @Test("match by * and ?", arguments: globs)
  func glob(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(name) == matches)
  }
}
