import TestSupport
import Testing
import YAML

@Suite("Plain block YAML")
struct BlockReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String

    init(_ description: String, _ text: String) {
      testDescription = description
      self.text = text
    }
  }

  static let plain = [
    Case(
      "mappings and sequences, indented or not", "a:\n- b: 1\n  c:\n  - d\n  - - e\nf:\n  - g\n"),
    Case("values that are missing", "a:\nb:\n  c:\nd:\n-\n- e:\n  f:\n-\n"),
    Case("a root that is indented", "  a: 1\n  b: 2\n"),
    Case("a root that is a sequence", "- a\n- b: c\n  d: e\n"),
    Case(
      "scalars of all types",
      "a: 1\nb: 0x1F\nc: 1e3\nd: yes\ne: ~\nf: .5\ng: 1_0\nh: 012\ni: -\u{2D}x\n"),
    Case("keys of all types", "1: a\nyes: b\n1.5: c\n'1': d\n~: e\n"),
    Case("numbers that JSON lacks", "a: .inf\nb:\n- .nan\n.inf: c\n"),
    Case("a key that stands twice", "a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n"),
    Case("a merge key", "a: 1\n<<:\n  b: 2\n  a: 3\n"),
    Case(
      "quotes",
      "a: 'it''s'\nb: \"x\\\"y\\n\\\\ z\"\n\"c d\": ''\n- : 1\n".replacing("- : 1\n", with: "")),
    Case("signs inside of words", "a: b:c#d,[e]{f}\nurl: http://x/#y\nc: -x -- y\nd: a - b\n"),
    Case("comments", "# a\na: 1 # b\n  # c\nb: # d\n  - e # f\n# g\n"),
    Case("characters beyond ASCII", "é: 日本 # ü\n日: \"😀\" # x\na: '\u{A0}'\n"),
    Case("a text over lines", "a: b\n  c\n\n   d\ne: 'f\n  g'\nh: \"i \n\n\n  j\"\nk:\n- l\n  m\n"),
    Case(
      "literal texts",
      "a: |\n\n  b\n    c\n\n  \t d\n \n\ne: |-\n   f\n   \ng: |+\n h\n\n# i\nj: 1\n"),
    Case("literal texts at the end", "a:\n- |\n  b\n\n\n"),
    Case("empty brackets", "a: {}\nb: [] # c\nd:\n- {}\n- []\n"),
    Case("behind a separator", "--- # a\nb: c\n"),
    Case("without a line end at the end", "a:\n- b\n- c: d"),
    Case("a value on a line of its own", "a:\n  b\nc:\n  'd'\n"),
  ]

  static let others = [
    Case("anchors and aliases", "a: &x 1\nb: *x\n"),
    Case("tags", "a: !!str 1\n"),
    Case("directives", "%YAML 1.1\n---\na: 1\n"),
    Case("keys behind a question mark", "? a\n: b\n"),
    Case("tabs", "a:\t1\n"),
    Case("carriage returns", "a: 1\r\nb: 2\r\n"),
    Case("a byte order mark", "\u{FEFF}a: 1\n"),
    Case("other line ends", "a: \"x\u{2028}y\"\n"),
    Case("control characters", "a: \u{1}\n"),
    Case("a key of more than 1,024 characters", String(repeating: "a", count: 1_025) + ": 1\n"),
    Case("indentation that fits nothing", "a:\n    b: 1\n  c: 2\n"),
    Case("two colons", "a: b: c\n"),
    Case("a dash behind a key", "a: - b\n"),
    Case("quotes that do not end", "a: 'b\n"),
    Case("quotes over lines that stand too far out", "a: 'b\nc'\n"),
    Case("words behind quotes", "a: 'b' c\n"),
    Case("a comment right behind quotes", "a: 'b'#c\n"),
    Case("a document that ends", "a: 1\n...\nb: 2\n"),
    Case("brackets", "a: [b, c]\nd: {e: f}\n"),
    Case("folded texts", "a: >-\n  b\n  c\n"),
    Case("a scalar alone", "a\n"),
    Case("nothing", "# a\n"),
    Case("a literal text without an end", "a: |\n  b"),
    Case("a literal text below blanks", "a: |\n     \n  b\n"),
    Case("characters that are none", "a: \u{FFFE}\n"),
  ]

  @Test("is read without libyaml, to the same nodes", arguments: plain)
  func readsPlain(_ example: Case) {
    #expect(BlockReader.isPlain(Array(example.text.utf8)))
    expectSame(Array(example.text.utf8))
  }

  @Test("is all that is read without libyaml", arguments: others)
  func leavesOthers(_ example: Case) {
    #expect(!BlockReader.isPlain(Array(example.text.utf8)))
    expectSame(Array(example.text.utf8))
  }

  @Test("may be cut anywhere", arguments: plain)
  func prefixes(_ example: Case) {
    let bytes = Array(example.text.utf8)
    for count in bytes.indices { expectSame(Array(bytes[..<count])) }
  }

  @Test("may have any octet anywhere", arguments: plain)
  func octets(_ example: Case) {
    let bytes = Array(example.text.utf8)
    for offset in bytes.indices {
      for octet in Array("\n -:#'\"|{\t".utf8) + [0x7F, 0xC2, 0x85] {
        var changed = bytes
        changed[offset] = octet
        expectSame(changed)
        changed.insert(bytes[offset], at: offset)
        expectSame(changed)
      }
    }
  }

  @Test("is read from the vectors as libyaml reads it")
  func vectors() throws {
    let vectors = try ConverterVector.load(Vectors.file("yaml/own.json"))
    #expect(vectors.count { BlockReader.isPlain($0.text) } > 100)
    for vector in vectors { expectSame(vector.text) }
  }

  @Test("keeps to the limits of reading", arguments: 1...12)
  func limits(_ limit: Int) {
    for limits in [
      ReadingLimits(depth: limit), ReadingLimits(scalarBytes: limit), ReadingLimits(nodes: limit),
      ReadingLimits(documents: limit - 1),
    ] {
      for example in Self.plain { expectSame(Array(example.text.utf8), limits) }
    }
  }

  /// Requires that libyaml alone gives the same, to the last bit.
  private func expectSame(_ text: [UInt8], _ limits: ReadingLimits = .standard) {
    let manners: [DocumentReader.Manner] = [.tolerant, .kubectl, .converter]
    for manner in manners {
      let ours = DocumentReader(manner, limits: limits).read(text, file: "a")
      let theirs = DocumentReader(manner, limits: limits, engine: .libyaml).read(text, file: "a")
      let isSame =
        ours.problems == theirs.problems && ours.parts.count == theirs.parts.count
        && zip(ours.documents, theirs.documents).allSatisfy {
          $0.firstDifference(from: $1) == nil
        }
      #expect(isSame, "\(manner): \(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }
}
