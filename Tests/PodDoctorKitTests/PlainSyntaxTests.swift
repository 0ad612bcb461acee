import KubernetesModel
import Testing

@testable import PodDoctorKit

@Suite("Names that are written plainly")
struct PlainSyntaxTests {
  private static let usual = [
    "app", "app.kubernetes.io/name", "web-0", "v1.2_3", "X", "example.com/a.b_c", "a-1.b-2/c",
  ]

  private static let odd = [
    "", "-a", "a-", "a/", "/a", "a/b/c", "A.b/c", "a..b/c", "a-.b/c", "-a/c", "ä", "a b", "a\u{0}",
    "a/-b", "a/b_", String(repeating: "a", count: 64), String(repeating: "a", count: 254) + "/b",
    "a/" + String(repeating: "b", count: 64), ".a", "a.", "a--b/c", "a/b/", "a:b", "é/a",
  ]

  @Test("are taken for right only where they are", arguments: usual + odd)
  func agreement(text: String) {
    if PlainSyntax.isLabelKey(text) { #expect(NameSyntax.objections(toLabelKey: text).isEmpty) }
    if PlainSyntax.isLabelValue(text) {
      #expect(NameSyntax.objections(toLabelValue: text).isEmpty)
    }
  }

  @Test("need no closer look", arguments: usual)
  func recognition(text: String) {
    #expect(PlainSyntax.isLabelKey(text))
  }

  @Test(
    "of ports are told from others",
    arguments: [
      ("http", true), ("h2-c", true), ("8080", false), ("a--b", false), ("-a", false),
      ("a-", false), ("", false), ("Http", false), ("a234567890123456", false), ("1a", true),
    ])
  func portName(text: String, isPlain: Bool) {
    #expect(PlainSyntax.isPortName(text) == isPlain)
  }
}
