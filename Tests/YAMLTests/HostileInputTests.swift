import Provenance
import Testing
import YAML

@Suite struct HostileInputTests {
  @Test(
    "says what is wrong with bad input, and where",
    arguments: [
      ("a: b\u{0}c\n", "f:1:5: control characters are not allowed; expected text"),
      (
        "a: 1\nb: \"x\n",
        "f:3:1: found unexpected end of stream while scanning a quoted scalar that begins at 2:4"
      ),
      (
        "a: 1\nb: [1, 2\n",
        "f:3:1: did not find expected ',' or ']' while parsing a flow sequence that begins at 2:4"
      ),
      ("{\"a\": [1, 2", "f:1:12: unexpected end of JSON"),
      ("{\"a\": \"x", "f:1:9: unexpected end of JSON in a string"),
      ("{\"a\":[1,2}", "f:1:10: unexpected '}' in JSON; expected ',' or ']' after a value"),
      ("a: *b\n", "f:1:4: unknown anchor 'b' referenced"),
      ("a: &a [*a]\n", "f:1:8: anchor 'a' value contains itself"),
      ("a: !!int x\n", "f:1:4: cannot read \"x\" as !!int"),
      (
        "a:\n\tb: 1\n",
        "f:2:1: found character that cannot start any token while scanning for the next token that begins at 2:1"
      ),
      ("%YAML 1.2\n---\na: 1\n", "f:1:1: the text wants YAML 1.2; expected 1.1"),
      ("? [a]\n: b\n", "f:1:3: a sequence cannot be a key; expected a string"),
      ("~: b\n", "f:1:1: null cannot be a key; expected a string"),
      ("a: .inf\n", "f:1:4: infinite numbers and .nan have no form in JSON"),
      (
        "a: 1\n---b: 2\n",
        "f:2:4: found \"b: 2\" behind ---; kubectl expects a comment or nothing there"
      ),
    ])
  func messages(text: String, message: String) {
    #expect(DocumentReader().read(text, file: "f").problems.first?.description == message)
  }

  @Test(
    "refuses octets that are no text",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF, 0x0A], "f:1:4: invalid leading UTF-8 octet"),
      ([0x61, 0x0A, 0x62, 0xC3, 0x28], "f:2:2: invalid trailing UTF-8 octet"),
      ([0xFF, 0xFE, 0x61], "f:1:1: incomplete UTF-16 character at the end of the text"),
    ] as [([UInt8], String)])
  func octets(bytes: [UInt8], message: String) {
    let problem = DocumentReader().read(bytes, file: "f").problems.first
    #expect(problem?.description.hasPrefix(message.prefix(4)) == true)
    #expect(problem?.says == String(message.split(separator: ": ", maxSplits: 1)[1]))
  }

  @Test("finds nothing in an empty text", arguments: ["", "\n\n", "# only a comment\n", "---\n"])
  func emptiness(text: String) {
    let reading = DocumentReader().read(text, file: "f")
    #expect(reading.documents.isEmpty)
    #expect(reading.problems.isEmpty)
  }

  @Test("bounds nesting", arguments: ["[", "{\"a\":", "- ", "{a: "])
  func nesting(opening: String) {
    let text = String(repeating: opening, count: 10_000)
    let problem = DocumentReader().read(text, file: "f").problems.first
    #expect(problem?.kind == .limit)
    #expect(problem?.says == "collections nest deeper than 1000 levels")
  }

  @Test("bounds what aliases repeat") func aliasBomb() {
    var text = "a0: &a0 [lol]\n"
    for level in 1...20 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let reading = DocumentReader().read(text + "---\nb: 1\n", file: "f")
    #expect(reading.problems.first?.kind == .limit)
    #expect(reading.documents.count == 1)
  }

  @Test("bounds the size of a document") func size() {
    let limits = ReadingLimits(documentBytes: 1_000)
    let text = "a: \(String(repeating: "x", count: 2_000))\n---\nb: 1\n"
    let reading = DocumentReader(limits: limits).read(text, file: "f")
    #expect(reading.problems.first?.kind == .limit)
    #expect(reading.documents.count == 1)
  }

  @Test("reads deep documents without recursion") func depth() {
    let text = String(repeating: "[", count: 9_000) + String(repeating: "]", count: 9_000)
    let reading = DocumentReader(limits: .kubectl).read(text, file: "f")
    let json = reading.documents.first?.root.json()
    #expect(json.map { String(decoding: $0, as: UTF8.self) } == text)
  }
}
