import Provenance
import TestSupport
import Testing
import YAML

@Suite struct DocumentReaderTests {
  @Test("tells where every node stands") func marks() throws {
    let root = try Self.root("kind: Pod\nspec:\n  containers:\n  - name: a\n    image: é b # c\n")
    let container = try #require(root.node(at: FieldPath(parsing: "spec.containers[0]")))
    #expect(container.mark == Mark(line: 4, column: 5))
    #expect(container["image"]?.mark == Mark(line: 5, column: 12))
    #expect(container.mark(ofKey: "image") == Mark(line: 5, column: 5))
    #expect(
      root.mark(at: FieldPath(parsing: "spec.containers[0].image")) == Mark(line: 5, column: 5))
    let (deepest, rest) = root.deepestNode(at: FieldPath(parsing: "spec.containers[3].image"))
    #expect(deepest.mark == Mark(line: 4, column: 3))
    #expect(rest.description == "[3].image")
  }

  @Test("reads JSON with the same marks") func jsonMarks() throws {
    let root = try Self.root("{\n  \"é\": [1, {\"b\": \"\\ud83d\\ude00\"}],\n\t\"c\": -1.50}")
    #expect(root["é"]?[1]?["b"]?.text == "😀")
    #expect(root["é"]?[1]?.mark == Mark(line: 2, column: 12))
    #expect(root["c"]?.text == "-1.50")
    #expect(root["c"]?.scalar == .float(-1.5))
    #expect(root["c"]?.mark == Mark(line: 3, column: 7))
  }

  @Test("tells which keys stand twice") func repeatedKeys() throws {
    func root(_ text: String) throws -> YAMLNode {
      try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    }
    let mapping = try root("a: 1\nb: {x: 1, x: 2}\na: 2\na: 3\n")
    #expect(mapping.repeatedKeys.map(\.key) == ["a", "a"])
    #expect(mapping.repeatedKeys.map(\.mark.line) == [3, 4])
    #expect(mapping["b"]?.repeatedKeys.map(\.key) == ["x"])
    #expect(try root("a: &m {x: 1}\nb: {<<: *m, x: 2}\n")["b"]?.repeatedKeys.isEmpty == true)
  }

  @Test("walks entries and elements in the order of the file") func children() throws {
    let root = try Self.root("b: 1\na: [x, [y], {z: 1}]\n1: n\n")
    #expect(root.entries.map(\.key) == ["b", "a", "1"])
    #expect(root.entries.count == 3)
    let kinds = root["a"]?.elements.map(\.kind)
    #expect(kinds == [.scalar, .sequence, .mapping])
    #expect(root["a"]?[2]?["z"]?.int == 1)
    #expect(root["1"]?.bool == false)
  }

  @Test("resolves merge keys and aliases") func merges() throws {
    let reading = DocumentReader().read(
      "base: &b {cpu: 1, memory: &m {x: z}}\nweb:\n  <<: *b\n  cpu: 2\n  again: *m\n", file: "f")
    #expect(reading.problems.map(\.kind) == [.overriddenMerge])
    let web = try #require(reading.documents.first?.root["web"])
    #expect(web.entries.map(\.key) == ["cpu", "memory", "again"])
    #expect(web["cpu"]?.int == 2)
    #expect(web["memory"]?["x"]?.text == "z")
    #expect(web["again"]?["x"]?.mark == Mark(line: 1, column: 34))
  }

  @Test("a merge key overrides what stands before it") func overridingMerge() throws {
    let reading = DocumentReader().read("a: &a {x: 1}\nb:\n  x: 2\n  <<: *a\n", file: "f")
    #expect(reading.problems.map(\.kind) == [.overridingMerge])
    #expect(reading.documents.first?.root["b"]?["x"]?.int == 1)
  }

  @Test("tells both places of a duplicate key") func duplicates() throws {
    let reading = DocumentReader().read("a: 1\nb:\n  x: 1\n  y: 2\n  x: 3\n", file: "f.yaml")
    let problem = try #require(reading.problems.first)
    #expect(problem.kind == .duplicateKey)
    #expect(
      problem.description == "f.yaml:5:3: key \"x\" stands twice in the mapping, first at 3:3")
    #expect(problem.related == Mark(line: 3, column: 3))
    #expect(reading.documents.first?.root["b"]?["x"]?.int == 3)
  }

  @Test("finds a duplicate among many keys") func manyKeys() {
    let keys = (0..<500).map { "k\($0): v\n" }.joined()
    #expect(DocumentReader().read(keys, file: "f").problems.isEmpty)
    #expect(DocumentReader().read(keys + "k77: w\n", file: "f").problems.count == 1)
  }

  @Test("reads the documents before and after a broken one")
  func brokenDocument() {
    let text = "a: 1\n---\nb: [\n---\nc: 3\n---\nd: x: y\n---\n\n---\ne: 5\n"
    let reading = DocumentReader().read(text, file: "f.yaml")
    #expect(reading.documents.compactMap { $0.root.entries.first?.key } == ["a", "c", "e"])
    #expect(
      reading.problems.map(\.description) == [
        "f.yaml:4:1: did not find expected node content while parsing a flow node that begins at 4:1",
        "f.yaml:7:5: mapping values are not allowed in this context",
      ])
    #expect(reading.documents[2].root.mark == Mark(line: 11, column: 1))
  }

  @Test(
    "reads every encoding",
    arguments: [
      [0xEF, 0xBB, 0xBF] + Array("a: é\n".utf8),
      [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0xE9, 0, 0x0A, 0],
      [0xFE, 0xFF, 0, 0x61, 0, 0x3A, 0, 0x20, 0, 0xE9, 0, 0x0A],
    ] as [[UInt8]])
  func encodings(bytes: [UInt8]) {
    #expect(DocumentReader().read(bytes, file: "f").documents.first?.root["a"]?.text == "é")
  }

  @Test(
    "reads more than kubectl does when asked for as much as there is",
    arguments: [
      ("%YAML 1.1\n---\na: 1\n", ["a"]),
      ("a: 1\n...\nb: 2\n", ["a"]),
      ("a: 1\n...\n---\nb: 2\n", ["a", "b"]),
      ("a: 1\n--- {b: 2}\n", ["a", "b"]),
      ("[{\"a\": 1}]", [""]),
      ("{\"a\":1}{\"b\":2}\n---\nc: 3\n", ["a", "b", "c"]),
    ])
  func tolerance(text: String, keys: [String]) {
    let reading = DocumentReader().read(text, file: "f")
    #expect(reading.documents.map { $0.root.entries.first?.key ?? "" } == keys)
  }

  private static func root(_ text: String) throws -> YAMLNode {
    let reading = DocumentReader().read(text, file: "f")
    #expect(reading.problems.isEmpty)
    return try #require(reading.documents.first).root
  }
}
