import Basics
import Provenance
import Testing
import YAML

@Suite struct WriterTests {
  @Test("writes block style as kubectl does") func blockStyle() {
    var builder = DocumentBuilder(file: "-")
    builder.mapping {
      $0.field("kind", "Pod")
      $0.field("empty", mapping: { _ in })
      $0.field(
        "spec",
        mapping: {
          $0.field(
            "containers",
            sequence: {
              $0.mapping {
                $0.field("name", "web")
                $0.field(
                  "args",
                  sequence: { list in
                    ["-v", "true", "a: b", "", "2001-12-14", "12:30", "it's", "'x'", "é 😀"].forEach
                    { list.string($0) }
                  })
              }
              $0.sequence {
                $0.int(1)
                $0.sequence { $0.bool(false) }
              }
              $0.null()
            })
        })
      $0.field("script", "set -e\n  run\n")
      $0.field("last", "x\ny")
    }
    let expected = """
      kind: Pod
      empty: {}
      spec:
        containers:
        - name: web
          args:
          - -v
          - "true"
          - 'a: b'
          - ""
          - "2001-12-14"
          - "12:30"
          - it's
          - '''x'''
          - "é \\U0001F600"
        - - 1
          - - false
        - null
      script: |
        set -e
          run
      last: |-
        x
        y

      """
    #expect(String(decoding: builder.finish().root.yaml(), as: UTF8.self) == expected)
  }

  @Test(
    "writes strings that read back as themselves",
    arguments: [
      "", " ", "a", "~", "null", "yes", "0x1F", "1e3", "1_000", ".5", "-", "- a", "?", "? a", ":",
      "a:", "a: b",
      "a #b", "#a", "a#b", "[a]", "{a", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'", "\"",
      "\\", "a'b",
      " lead", "trail ", "a\n", "a\nb", "\na", " a\nb", "a \nb", "a\n\n", "\n", "a\n\n\nb\n\n",
      "\t", "a\tb", "a\rb",
      "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}x", "😀", "é", "'\u{301}", "---", "--- a",
      "...", "<<", "=",
      "2001-12-14T21:59:43Z", "1:30", "+1", "0b1", "a: ", "a,b", "a]b",
    ])
  func roundTrip(text: String) {
    for shape in 0..<3 {
      var builder = DocumentBuilder(file: "-")
      switch shape {
      case 0: builder.string(text)
      case 1: builder.mapping { $0.field(text, text) }
      default: builder.mapping { $0.field("a", sequence: { $0.sequence { $0.string(text) } }) }
      }
      let document = builder.finish()
      let yaml = document.root.yaml()
      let reading = DocumentReader(.converter).read(yaml, file: "f")
      #expect(reading.problems.isEmpty)
      #expect(reading.parts.count == 1)
      guard case .document(let copy)? = reading.parts.first else { return }
      #expect(copy.root.json() == document.root.json(), "\(String(decoding: yaml, as: UTF8.self))")
    }
  }

  @Test(
    "writes JSON",
    arguments: [
      (
        "a: [1, 1.0, 0x10, yes, ~, \"\\u2028\\e\"]\nb: {}\n",
        #"{"a":[1,1,16,true,null,"\u2028\u001b"],"b":{}}"#
      ),
      ("{\"a\": 1.00, \"b\": 1e2}", #"{"a":1.00,"b":1e2}"#),
    ])
  func json(text: String, json: String) {
    let document = DocumentReader().read(text, file: "f").documents.first
    #expect(document.map { String(decoding: $0.root.json(), as: UTF8.self) } == json)
  }

  @Test("writes pretty JSON") func prettyJSON() {
    let document = DocumentReader().read("a: [1, {}]\nb: {c: []}\n", file: "f").documents.first
    let expected = """
      {
        "a": [
          1,
          {}
        ],
        "b": {
          "c": []
        }
      }
      """
    #expect(document.map { String(decoding: $0.root.json(.pretty), as: UTF8.self) } == expected)
  }

  @Test("copies nodes between documents with their places") func copies() throws {
    let source = DocumentReader().read("x: &a [1, {b: c}]\nz: *a\n", file: "f").documents
    let node = try #require(source.first?.root["z"])
    var builder = DocumentBuilder(file: "f")
    builder.copy(node)
    let copy = builder.finish().root
    #expect(copy.json() == node.json())
    #expect(copy[1]?["b"]?.mark == Mark(line: 1, column: 15))
  }
}
