import Basics
import Testing

@Suite("Spelling")
struct SpellingTests {
  static let names = ["image-not-found", "image-tag-not-found", "node-lost", "oom"]

  static let cases: [(String, String?)] = [
    ("image-not-fund", "image-not-found"), ("nodelost", "node-lost"), ("om", "oom"),
    ("something-else-entirely", nil), ("", nil), ("node-lost", "node-lost"),
    ("foo", nil), ("oomm", "oom"),
  ]

  @Test("finds the name that was meant", arguments: cases)
  func nearest(_ word: String, _ expected: String?) {
    #expect(Spelling.nearest(to: word, among: Self.names) == expected)
  }
}
