import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var says: String
    /// A healthy pod beside it is then still diagnosed.
    var exitCode: Int32 = 2

    init(_ description: String, _ text: String, says: String) {
      self.init(description, bytes: Array(text.utf8), says: says)
    }

    init(_ description: String, bytes: [UInt8], says: String) {
      testDescription = description
      self.bytes = bytes
      self.says = says
    }
  }

  private static let bomb: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let alias = "*a\(level - 1)"
      let list = Array(repeating: alias, count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    return text
  }()

  static let cases = [
    Case("an empty file", "", says: "the file is empty"),
    Case(
      "binary", bytes: (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 7) }, says: "bad.yaml:1:"),
    Case("truncated YAML", "apiVersion: v1\nkind: Pod\nmetadata: {name: [a", says: "bad.yaml:4:"),
    Case(
      "truncated JSON", #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"#, says: "bad.yaml:1:"),
    Case("deep nesting", String(repeating: "[", count: 10_000), says: "bad.yaml:1:"),
    Case("an alias bomb", bomb, says: "bad.yaml"),
    Case("NUL bytes", "apiVersion: v1\nkind: \0Pod\n", says: "bad.yaml:2:"),
    Case("invalid UTF-8", bytes: Array("kind: ".utf8) + [0xC3, 0x28, 0x0A], says: "bad.yaml:1:"),
    Case("an object without kind", "apiVersion: v1\nmetadata: {name: a}\n", says: "no kind"),
    Case("a scalar", "just words\n", says: "not an object"),
  ]

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: gated, namespace: shop}
    spec: {schedulingGates: [{name: example.com/wait}]}
    status: {phase: Pending}

    """

  private func inFolder<Result>(
    _ files: [String: [UInt8]], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return try body(folder.path(percentEncoded: false))
  }

  @Test("alone is exit code 2 with its place", arguments: cases)
  func alone(_ example: Case) throws {
    let outcome = try inFolder(["bad.yaml": example.bytes]) { try Program.run(["diagnose", $0]) }
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.diagnostics.contains(example.says), "\(outcome.diagnostics)")
  }

  @Test("beside a good file is told, and the rest is diagnosed", arguments: cases)
  func besides(_ example: Case) throws {
    let files = ["bad.yaml": example.bytes, "pod.yaml": Array(Self.pod.utf8)]
    let outcome = try inFolder(files) { try Program.run(["diagnose", $0, "-o", "json"]) }
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("bad.yaml"))
    #expect(outcome.output.contains("scheduling-gated"))
  }

  @Test("a folder without manifests is exit code 2")
  func noManifests() throws {
    let outcome = try inFolder(["notes.txt": Array("hello".utf8)]) {
      try Program.run(["diagnose", $0])
    }
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains("no manifest"), "\(outcome.diagnostics)")
  }

  @Test("a Pod whose containers is a string is diagnosed without them")
  func containersAsText() throws {
    let text = Self.pod.replacing("spec: {", with: "spec: {containers: none, ")
    let outcome = try inFolder(["pod.yaml": Array(text.utf8)]) {
      try Program.run(["diagnose", $0, "-o", "json"])
    }
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("scheduling-gated"))
    #expect(outcome.output.contains("wrong-type"))
  }

  private static let item = """
    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "namespace": "shop"}}
    """

  /// Files that break off, and how many objects of each a review judges.
  static let broken: [(String, objects: Int)] = [
    (
      #"{"apiVersion": "v1", "kind": "List", "items": [\#(item), \#(item.replacing("\"a\"", with: "\"b\"")), {"kind": "Po"#,
      2
    ),
    (
      #"{"apiVersion": "v1", "kind": "List", "items": [\#(item), {"kind": "Pod", "metadata": {"name": "c"}, "sp"#,
      1
    ),
    (
      #"{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"#,
      0
    ),
    (#"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"}, "spec": {"#, 0),
    ("kind: List\napiVersion: v1\nitems:\n- {kind: Pod, apiVersion: v1, metadata: {name: [", 0),
  ]

  @Test("a manifest that breaks off is not judged by what it lacks", arguments: broken)
  func review(_ text: String, objects: Int) throws {
    let outcome = try Program.run(
      ["review", "-", "--no-config", "--profile", "all", "-o", "json"], input: text)
    if objects == 0 {
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics.hasPrefix("error: "))
      #expect(outcome.diagnostics.split(separator: "\n").count == 1)
    } else {
      #expect(outcome.exitCode == 1)
      #expect(outcome.output.contains("\"objects\": \(objects),"), "\(outcome.output)")
      #expect(outcome.output.contains("syntax-error"))
      #expect(!outcome.output.contains("\"Pod\""))
    }
  }
}
