import Testing
import YAML

@Suite("Packed documents")
struct PackingTests {
  static let texts = [
    "a: 1\n", "{}", "[]", "- a\n- [b, {c: d}]\n- ''\n", "plain", "é: ü\n\"quoted\": \"a\\nb\"\n",
    "a: &x {b: 1}\nc: *x\nd: [*x, *x]\n", "a: {b: 1, <<: {c: 2}}\n", "a: 1\na: 2\n",
    "text: |\n  many\n  lines\n", String(repeating: "\n", count: 5000) + "far: down\n",
    (0..<2000).map { "key\($0): \(Double($0) / 7)\n" }.joined(),
  ]

  @Test("are the documents that were packed", arguments: texts)
  func same(_ text: String) throws {
    let document = try #require(DocumentReader().read(text, file: "a.yaml").documents.first)
    let packed = document.packed
    let unpacked = try #require(Document(unpacking: packed[...], file: "a.yaml"))
    #expect(transcript(unpacked.root) == transcript(document.root))
  }

  @Test("are refused when they are cut short", arguments: texts)
  func short(_ text: String) throws {
    let packed = try #require(DocumentReader().read(text, file: "a").documents.first).packed
    for length in stride(from: 0, to: packed.count, by: max(1, packed.count / 50)) {
      #expect(Document(unpacking: packed.prefix(length), file: "a") == nil)
    }
  }

  /// Everything below the node, with its place.
  private func transcript(_ node: YAMLNode) -> String {
    var text = ""
    var walk = TreeWalk(node)
    while let step = walk.next() {
      switch step {
      case .openMapping(let node): text += "{\(node.mark) "
      case .openSequence(let node): text += "[\(node.mark) "
      case .close: text += "} "
      case .key(let name, let mark): text += "\(mark) \(String(decoding: name, as: UTF8.self)): "
      case .scalar(let node): text += "\(node.mark) \(node.scalar) \(node.isQuoted), "
      }
    }
    return text
  }
}
