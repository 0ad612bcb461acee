import Provenance
import Testing
import YAML

@Suite("Edits of a text")
struct EditorTests {
  /// The text after a patch of the mapping at its beginning.
  private static func edited(
    _ text: String, _ patch: String, at mark: Mark = Mark(line: 1, column: 1)
  ) throws -> (text: String, refusal: EditRefusal?) {
    let patch = try #require(MergePatch(parsing: patch))
    let outcome = YAMLEditor(Array(text.utf8)).applying([.init(at: mark, patch)])
    return (String(decoding: outcome.bytes, as: UTF8.self), outcome.refusals[0])
  }

  private static let edits: [(String, text: String, patch: String, edited: String)] = [
    ("adds at the end", "a: 1 # one\n", "b: {c: x}", "a: 1 # one\nb:\n  c: x\n"),
    ("adds inside", "a:\n    b: 1\n# end\n", "a: {c: 2}", "a:\n    b: 1\n    c: 2\n# end\n"),
    ("keeps the end without a line break", "a: 1", "b: 2", "a: 1\nb: 2"),
    ("keeps CRLF", "a: 1\r\nc: 2\r\n", "b: 2", "a: 1\r\nc: 2\r\nb: 2\r\n"),
    ("replaces", "a: 1  # one\n", "a: 2", "a: 2  # one\n"),
    ("keeps double quotes", "a: \"x\"\n", "a: w", "a: \"w\"\n"),
    ("keeps single quotes", "a: 'x'\n", "a: it's", "a: 'it''s'\n"),
    ("drops quotes of what is no string", "a: 'true'\n", "a: true", "a: true\n"),
    ("quotes what would not be a string", "a: x\n", "a: \"yes\"", "a: \"yes\"\n"),
    ("fills an empty value", "a:\nb: 1\n", "a: {c: 1}", "a: {c: 1}\nb: 1\n"),
    ("replaces null", "a: null # x\n", "a: {c: 1}", "a: {c: 1} # x\n"),
    ("adds in braces", "a: {b: 1} # x\n", "a: {c: w}", "a: {b: 1, c: w} # x\n"),
    ("adds in empty braces", "a: {}\n", "a: {c: 1}", "a: {c: 1}\n"),
    ("removes with its comment", "c: 2\n# of b\nb: 1 # x\na: 1\n", "b: null", "c: 2\na: 1\n"),
    ("removes the last", "a: 1\nb:\n- 1\n- 2", "b: null", "a: 1"),
    ("removes in braces", "{a: 1, b: 2, c: 3}\n", "b: null", "{a: 1, c: 3}\n"),
    ("removes the last in braces", "{a: 1, b: 2}\n", "b: null", "{a: 1}\n"),
    ("exchanges the last", "a: 1\nb: 2\n", "{b: null, c: 3}", "a: 1\nc: 3\n"),
    ("exchanges in braces", "{b: 2}\n", "{b: null, c: 3}", "{c: 3}\n"),
    ("removes nothing that is not there", "a: 1\n", "b: null", "a: 1\n"),
    ("replaces a list", "a: [x, y]\n", "a: [ALL]", "a: [ALL]\n"),
    ("replaces a list of lines", "a:\n- x\n- y\nb: 1\n", "a: [ALL]", "a: [ALL]\nb: 1\n"),
    ("leaves what is so already", "a: [ x ]\nb: 'y'\n", "{b: \"y\"}", "a: [ x ]\nb: 'y'\n"),
    (
      "finds elements by name", "l:\n- name: x\n  k: 1\n- k: 2\n  name: w\n",
      "l: [{name: w, k: 3, z: 4}]", "l:\n- name: x\n  k: 1\n- k: 3\n  name: w\n  z: 4\n"
    ),
    (
      "writes JSON as JSON", "{\n  \"a\": {\"b\": 1},\n  \"c\": \"x\"\n}\n",
      "{a: {d: yes or no}, e: {f: z}}",
      "{\n  \"a\": {\"b\": 1, \"d\": \"yes or no\"},\n  \"c\": \"x\",\n  \"e\": {\"f\": \"z\"}\n}\n"
    ),
    ("counts characters", "é: ü # ö\nb: {ß: 1}\n", "b: {c: 1}", "é: ü # ö\nb: {ß: 1, c: 1}\n"),
    ("keeps a block of text", "a: |\n  x\n  y\nb: 1\n", "c: 1", "a: |\n  x\n  y\nb: 1\nc: 1\n"),
    ("adds after a block of text", "a: |\n  x\n\n# end\n", "c: 1", "a: |\n  x\nc: 1\n\n# end\n"),
  ]

  @Test("are made in the style of the text", arguments: edits)
  func editing(_ name: String, _ text: String, _ patch: String, _ wanted: String) throws {
    let once = try Self.edited(text, patch)
    #expect(once.refusal == nil)
    #expect(once.text == wanted)
    #expect(try Self.edited(wanted, patch).text == wanted, "a second time changes nothing")
  }

  private static let refusals: [(String, patch: String, refusal: EditRefusal)] = [
    ("a: &x {b: 1}\nc: *x\n", "a: {b: 2}", .anchor("a")),
    ("a: &x {b: 1}\nc: *x\n", "c: {b: 2}", .alias("c")),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", "c: {b: 2}", .mergeKey("c")),
    ("a: !!str 1\n", "a: \"2\"", .anchor("a")),
    ("a:\n- x # why\n- y\n", "a: [ALL]", .comment("a")),
    ("a: |\n  x\n", "a: y", .shape("a")), ("a: x\n", "a: {b: 1}", .shape("a")),
    ("a: 1\na: 2\n", "a: 3", .shape("a")), ("a: 1\n", "a: null", .shape("a")),
    ("l: [{name: x}]\n", "l: [{name: w, k: 1}]", .noElement("w")),
    ("l: [{name: x}, {name: x}]\n", "l: [{name: x, k: 1}]", .noElement("x")),
    ("a: |+\n  x\n\n", "b: 1", .notAsMeant), ("a: [\n", "b: 1", .unreadable),
    ("\u{FEFF}a: 1\n", "b: 1", .encoding),
    (
      String(repeating: "[", count: 300) + String(repeating: "]", count: 300) + "\n", "b: 1",
      .tooDeep
    ),
    ("- a: 1\n", "b: 1", .objectNotFound),
  ]

  @Test("are refused where they would change more than is meant", arguments: refusals)
  func refusing(_ text: String, _ patch: String, _ refusal: EditRefusal) throws {
    let outcome = try Self.edited(text, patch)
    #expect(outcome.refusal == refusal)
    #expect(outcome.text == text)
  }

  @Test("are made beside others that are refused")
  func others() throws {
    let text = "a: |+\n  x\n\n---\nb: 1\n---\nc: {d: 1}\n"
    let patch = try #require(MergePatch(parsing: "z: 1"))
    let changes = [1, 5, 7].map { YAMLEditor.Change(at: Mark(line: $0, column: 1), patch) }
    let outcome = YAMLEditor(Array(text.utf8)).applying(changes)
    #expect(outcome.refusals == [.notAsMeant, nil, nil])
    #expect(
      String(decoding: outcome.bytes, as: UTF8.self)
        == "a: |+\n  x\n\n---\nb: 1\nz: 1\n---\nc: {d: 1}\nz: 1\n")
  }

  @Test("of generated manifests keep every comment and every other line", arguments: 0..<300)
  func properties(_ seed: Int) throws {
    var manifest = GeneratedManifest(seed: UInt64(seed))
    let text = manifest.text()
    let outcome = try Self.edited(text, GeneratedManifest.patch, at: manifest.mark)
    #expect(outcome.refusal == nil, "\(text)")
    let root = try #require(
      DocumentReader().read(outcome.text, file: "m").documents.last?.root, "\(outcome.text)")
    let pod = try #require(root["spec"])
    #expect(pod["hostPID"]?.bool == false && pod["serviceAccountName"]?.string == "yes")
    let context = try #require(pod["containers"]?[1]?["securityContext"])
    #expect(context["privileged"]?.bool == false)
    #expect(context["capabilities"]?["drop"]?[0]?.string == "ALL")
    var rest = outcome.text.split(whereSeparator: \.isNewline)[...]
    for line in text.split(whereSeparator: \.isNewline) where !GeneratedManifest.isChanged(line) {
      let index = try #require(rest.firstIndex(of: line), "\(line)\nin\n\(outcome.text)")
      rest = rest[(index + 1)...]
    }
    for comment in text.split(whereSeparator: \.isNewline).compactMap({
      $0.split(separator: "#").dropFirst().first
    }) {
      #expect(outcome.text.contains("#\(comment)"))
    }
    #expect((outcome.text.utf8.last == 0x0A) == (text.utf8.last == 0x0A))
    #expect(
      try Self.edited(outcome.text, GeneratedManifest.patch, at: manifest.mark).text == outcome.text
    )
  }
}
