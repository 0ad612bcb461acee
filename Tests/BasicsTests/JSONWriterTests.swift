import Basics
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  static let texts: [(String, String)] = [
    ("plain", #""plain""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("\u{9B}31m", #""\u009b31m""#),
    ("\u{2028}\u{202E}", #""\u2028\u202e""#), ("grün 東 🚀", #""grün 東 🚀""#),
  ]

  @Test("escapes what JSON demands and what terminals obey", arguments: texts)
  func strings(_ text: String, _ expected: String) {
    var json = JSONWriter(into: ByteWriter())
    json.string(text)
    #expect(String(decoding: json.finish().bytes, as: UTF8.self) == expected)
  }

  static let doubles: [(Double, String)] = [
    (0.97, "0.97"), (1, "1"), (-0.5, "-0.5"), (1e-7, "1e-7"), (.infinity, "null"), (.nan, "null"),
  ]

  @Test("writes the shortest number that reads back", arguments: doubles)
  func numbers(_ value: Double, _ expected: String) {
    var json = JSONWriter(into: ByteWriter())
    json.double(value)
    #expect(String(decoding: json.finish().bytes, as: UTF8.self) == expected)
  }

  @Test("nests without a comma too few or too many")
  func compact() {
    #expect(
      document(.compact)
        == #"{"name":"a","count":3,"is":true,"none":null,"empty":{},"list":[[],[1,2],{"x":""}]}"#)
  }

  @Test("indents by two spaces")
  func indented() {
    #expect(
      document(.pretty) == """
        {
          "name": "a",
          "count": 3,
          "is": true,
          "none": null,
          "empty": {},
          "list": [
            [],
            [
              1,
              2
            ],
            {
              "x": ""
            }
          ]
        }
        """)
  }

  private func document(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(into: ByteWriter(), layout: layout)
    json.object { json in
      json.field("name", "a")
      json.field("count", 3)
      json.field("is", true)
      json.field("none") { $0.null() }
      json.field("absent", ifPresent: nil)
      json.field("empty") { json in json.object { _ in } }
      json.field("list") { json in
        json.array(of: 0..<3) { json, index in
          switch index {
          case 0: json.array(of: [Int]()) { $0.int($1) }
          case 1: json.array(of: [1, 2]) { $0.int($1) }
          default: json.object { $0.field("x", "") }
          }
        }
      }
    }
    return String(decoding: json.finish().bytes, as: UTF8.self)
  }
}
