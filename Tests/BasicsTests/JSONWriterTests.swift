import Basics
import Testing

@Suite struct JSONWriterTests {
  @Test(
    "escapes what JSON or JavaScript cannot hold",
    arguments: [
      ("a\"\\\n\r\t", #""a\"\\\n\r\t""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#),
      ("\u{20AC}\u{2020}\u{2008}x", "\"\u{20AC}\u{2020}\u{2008}x\""),
      ("\u{E000}é😀", "\"\u{E000}é😀\""), ("", "\"\""),
    ])
  func escapes(text: String, json: String) {
    var writer = JSONWriter(into: ByteWriter())
    writer.string(text)
    #expect(String(decoding: writer.finish().bytes, as: UTF8.self) == json)
  }

  @Test("separates and nests") func nesting() {
    var writer = JSONWriter(into: ByteWriter())
    writer.object {
      $0.field("a", "x")
      $0.field("b") { $0.array(of: [1, 2]) { $0.int($1) } }
      $0.field("c") { $0.object { _ in } }
      $0.field("d") { $0.double(1.5) }
      $0.field("e") { $0.null() }
      $0.field("f") { $0.bool(true) }
    }
    let text = String(decoding: writer.finish().bytes, as: UTF8.self)
    #expect(text == #"{"a":"x","b":[1,2],"c":{},"d":1.5,"e":null,"f":true}"#)
  }
}
