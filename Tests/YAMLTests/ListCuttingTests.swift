import Provenance
import Testing
import YAML

@Suite("Lists that are cut")
struct ListCuttingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var isCut = true

    init(_ description: String, isCut: Bool = true, _ text: String) {
      testDescription = description
      self.isCut = isCut
      self.text = text
    }
  }

  private static func list(_ items: [String], indent: String = "", tail: String = "kind: List\n")
    -> String
  {
    "apiVersion: v1\nitems:\n" + items.map { indent + "- " + $0 + "\n" }.joined() + tail
  }

  private static let plain = (0..<20).map { "kind: Pod\n  metadata: {name: p\($0)}" }

  static let cases = [
    Case("as kubectl prints them", list(plain, tail: "kind: List\nmetadata:\n  a: [b,\n    c]\n")),
    Case("without anything behind", list(plain, tail: "")),
    Case("without a line end at the end", list(plain, tail: "- last: 1").dropNewline),
    Case(
      "indented",
      list(plain.map { $0.replacing("\n", with: "\n  ") }, indent: "  ", tail: "# end\nkind: L\n")),
    Case("with blank lines and comments", list(plain.map { $0 + "\n\n# about\n  # the next" })),
    Case(
      "with block scalars that hold dashes",
      list(plain.map { $0 + "\n  text: |+\n    - a\n\n     - b\n\n  folded: >-\n    x\n    - y" })),
    Case(
      "with a quoted text over lines that begin like items", isCut: false,
      list(
        plain + ["text: \"a\n\n- kind: Pod\n- b\n" + String(repeating: "- c\n", count: 40) + "\""])),
    Case(
      "with brackets over lines that begin like items", isCut: false,
      list(plain + ["a: [\n" + String(repeating: "- b: 1,\n", count: 40) + "]"])),
    Case("with anchors and aliases", isCut: false, list(["a: &x 1"] + plain + ["a: *x"])),
    Case("with merge keys in place", list(plain.map { $0 + "\n  <<: {b: 1}" })),
    Case("with a key that stands twice", isCut: false, list(plain + ["a: 1\n  a: 2"])),
    Case("with a document that ends inside", isCut: false, list(plain + ["a: 1\n..."] + plain)),
    Case("of scalars and lists", list((0..<60).map { $0 % 2 == 0 ? "\($0)" : "- x\n  - y" })),
    Case("behind directives", list(plain).prefixed("%YAML 1.1\n---\n")),
    Case("behind another document", list(plain).prefixed("a: 1\n---\n")),
    Case("with carriage returns", isCut: false, list(plain).replacing("\n", with: "\r\n")),
    Case(
      "with other line ends", isCut: false, list(plain + ["a: \"x\u{2028}y\""] + plain)),
    Case("before another list", isCut: false, list(plain, tail: "more:\n- a\n- b\nkind: List\n")),
    Case("that ends in what is no YAML", isCut: false, list(plain, tail: "kind: [\n")),
    Case("under a key inside of a text", isCut: false, "a: |\n x\nb: \"\n" + list(plain) + "\"\n"),
    Case("twice under the same key", isCut: false, list(plain, tail: "items: []\n")),
    Case("of JSON", json((0..<20).map { "{\n   \"n\": \($0),\n   \"t\": \"\\n - é\"\n  }" })),
    Case(
      "of JSON with brackets in texts", json((0..<20).map { "{\n   \"n\": \"\($0) ]}{,\"\n  }" })),
    Case(
      "of JSON with objects that begin like items", isCut: false,
      json((0..<4).map { _ in "{\n   \"a\": [\n" + inner + "\n  ]}" })),
    Case(
      "of JSON that is cut off", isCut: false,
      String(json(["{\n   \"n\": 1\n  }"] + many).dropLast(9))),
    Case("of JSON with a comma too many", isCut: false, json(many + [""])),
    Case("of JSON before another value", isCut: false, json(many) + "{}\n"),
  ]

  private static let many = (0..<20).map { "{\n   \"n\": \($0)\n  }" }
  private static let inner = (0..<6).map { "  {\n   \"n\": \($0)\n  }" }.joined(separator: ",\n")

  private static func json(_ items: [String]) -> String {
    let items = items.map { "  " + $0 }.joined(separator: ",\n")
    return "{\n \"apiVersion\": \"v1\",\n \"items\": [\n" + items
      + "\n ],\n \"kind\": \"List\"\n}\n"
  }

  @Test("hold the same items in the same places", arguments: cases)
  func same(_ example: Case) {
    let whole = DocumentReader().read(example.text, file: "a")
    let cut = DocumentReader(partSize: 64).read(example.text, file: "a")
    #expect(cut.problems == whole.problems)
    #expect((cut.documents.count > whole.documents.count) == example.isCut)
    #expect(items(of: cut) == items(of: whole))
    #expect(Set(frames(of: cut)) == Set(frames(of: whole)))
  }

  @Test("give each item again by itself, at the same places", arguments: cases)
  func again(_ example: Case) {
    let reading = DocumentReader(partSize: 64).readList(Array(example.text.utf8).span, file: "a") {
      part, text in
      let start = part.range.lowerBound
      let elements = part.document.root["items"]?.elements.map { $0 } ?? []
      let again = part.items.map { items in
        (0..<items.count).map { item in
          let range = items.range(of: item)
          return items.item(
            item, from: text.extracting(range.lowerBound - start..<range.upperBound - start))
        }
      }
      return (elements, again)
    }
    guard case .parts(let parts) = reading else { return #expect(!isOneList(example)) }
    #expect(isOneList(example))
    for case (let elements, let again?) in parts {
      #expect(again.map { $0.map(transcript) } == elements.map(transcript))
    }
    #expect(parts.contains { $0.1 != nil })
  }

  private func isOneList(_ example: Case) -> Bool {
    example.isCut && !example.text.contains("a: 1\n---")
  }

  @Test("tell that an item has changed since it was read") func changed() throws {
    let text = Self.list(Self.plain)
    let other = text.replacing("p3}", with: "p4}")
    let reading = DocumentReader(partSize: 64).readList(Array(text.utf8).span, file: "a") {
      part, text in
      part.items.map { items in
        ItemSource(items, in: text) { range in Array(other.utf8)[range].map { $0 } }
      }
    }
    guard case .parts(let parts) = reading else { throw CancellationError() }
    let sources = parts.compactMap(\.self)
    let items = sources.flatMap { source in (0..<2).map { source.item($0) } }
    #expect(items.count { $0 == nil } == 1)
    #expect(sources.count(where: \.hasChanged) == 1)
    #expect(sources[0].item(0)?["metadata"]?["name"]?.string == "p0")
  }

  @Test("are read whole unless parts are asked for") func whole() {
    #expect(DocumentReader().read(Self.list(Self.plain), file: "a").documents.count == 1)
  }

  private func items(of reading: Reading) -> [String] {
    reading.documents.flatMap { document in
      document.root["items"]?.elements.map(transcript) ?? []
    }
  }

  /// What stands around the items.
  private func frames(of reading: Reading) -> [String] {
    reading.documents.map { document in
      document.root.entries.filter { $0.key != "items" }
        .map { "\($0.key) \($0.keyMark) \(transcript($0.value))" }.joined(separator: "\n")
    }
  }

  /// The node with the places of everything in it.
  private func transcript(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: return "\(node.mark) \(node.scalar) \(node.isQuoted)"
    case .sequence:
      return "\(node.mark) [\(node.elements.map(transcript).joined(separator: ", "))]"
    case .mapping:
      let entries = node.entries.map { "\($0.key) \($0.keyMark): \(transcript($0.value))" }
      return "\(node.mark) {\(entries.joined(separator: ", "))}"
    }
  }
}

extension String {
  fileprivate var dropNewline: String { String(dropLast(hasSuffix("\n") ? 1 : 0)) }
  fileprivate func prefixed(_ text: String) -> String { text + self }
}
