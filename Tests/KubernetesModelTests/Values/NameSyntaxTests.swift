import Testing

@testable import KubernetesModel

@Suite("Syntax of names")
struct NameSyntaxTests {
  /// A text, and whether it is the key and the value of a label and the name of a port.
  struct Case: Sendable {
    let text: String
    var isKey = false
    var isValue = false
    var isPort = false
  }

  @Test(
    "are told by their octets as the API server's expressions do",
    arguments: [
      Case(text: "", isValue: true),
      Case(text: "web", isKey: true, isValue: true, isPort: true),
      Case(text: "a", isKey: true, isValue: true, isPort: true),
      Case(text: "80", isKey: true, isValue: true),
      Case(text: "http-8080", isKey: true, isValue: true, isPort: true),
      Case(text: "http--8080", isKey: true, isValue: true),
      Case(text: "a-name-of-letters", isKey: true, isValue: true),
      Case(text: "Web_1.2-x", isKey: true, isValue: true),
      Case(text: "-web"), Case(text: "web-"), Case(text: "my web"), Case(text: "wéb"),
      Case(text: "app.kubernetes.io/name", isKey: true),
      Case(text: "Example.com/name"), Case(text: "a..b/name"), Case(text: "a.-b/name"),
      Case(text: "a-.b/name"), Case(text: "/name"), Case(text: "example.com/"),
      Case(text: "a/b/c"), Case(text: "example.com/-x"),
      Case(text: String(repeating: "a", count: 63), isKey: true, isValue: true),
      Case(text: String(repeating: "a", count: 64)),
      Case(text: String(repeating: "a", count: 253) + "/b", isKey: true),
      Case(text: String(repeating: "a", count: 254) + "/b"),
    ])
  func syntax(_ example: Case) {
    let octets = example.text.utf8Span.span
    let (isKey, isValue) = (NameSyntax.isLabelKey(octets), NameSyntax.isLabelValue(octets))
    let isPort = NameSyntax.isPortName(octets)
    #expect(isKey == example.isKey)
    #expect(isValue == example.isValue)
    #expect(isPort == example.isPort)
    #expect(NameSyntax.objections(toLabelKey: example.text).isEmpty == example.isKey)
    #expect(NameSyntax.objections(toLabelValue: example.text).isEmpty == example.isValue)
  }
}
