import Testing
import YAML

@Suite("Keys in order")
struct KeyOrderTests {
  @Test(
    "are told by one look at the nodes",
    arguments: [
      ("a: 1\nb: {c: 2, d: 3}", true), ("b: 1\na: 2", false), ("a: {d: 1, c: 2}", false),
      ("- {a: 1}\n- {b: 1, a: 2}", false), ("- {a: 1}\n- {a: 2, b: 1}", true), ("text", true),
      ("a: 1\naa: 2\nab: 3", true), ("aa: 1\na: 2", false), ("1: a\n2: b", true),
      ("a: &x {b: 1}\nb: *x", false), ("a: 1\na: 2", false), ("B: 1\na: 2", true), ("{}", true),
    ])
  func order(text: String, isOrdered: Bool) throws {
    let document = try #require(DocumentReader().read(text, file: "f").documents.first)
    #expect(document.root.hasOrderedKeys == isOrdered)
  }
}
