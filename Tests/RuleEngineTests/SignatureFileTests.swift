import Provenance
import RuleEngine
import Testing

@Suite("Files of signatures")
struct SignatureFileTests {
  private func file(_ text: String) throws -> SignatureFile {
    try SignatureFile(reading: RuleFile(path: "signatures/texts.yaml", text: text))
  }

  private let text = #"""
    image:
      - name: tag-unknown
        cause: image-tag-not-found
        weight: 3
        pattern: 'manifest for (?P<image>\S+) not found'
        finds: ["manifest for nginx:9 not found: manifest unknown"]
        ignores: [manifest found]
    probe:
      - {name: refused, cause: symptom, weight: 1, pattern: connection refused}
    """#

  private static let causes: Set = ["image-tag-not-found"]

  @Test("are refused where a cause is none")
  func cause() throws {
    let file = try file(text.replacing("image-tag-not-found", with: "image-tag-not-fund"))
    let breaches = file.breaches(causes: Self.causes)
    #expect(
      breaches.map(\.says)
        == ["no rule or symptom is named image-tag-not-fund, did you mean image-tag-not-found?"])
    #expect(breaches.map(\.place.line) == [3])
  }

  @Test("hold signatures by group")
  func signatures() throws {
    let file = try file(text)
    #expect(file.signatures.map(\.group) == ["image", "probe"])
    #expect(file.signatures.map(\.weight) == [3, 1])
    #expect(file.breaches(causes: Self.causes) == [])
  }

  @Test("are refused where a sample turns out otherwise")
  func breaches() throws {
    let file = try file(text.replacing("[manifest found]", with: "[manifest for a not found]"))
    let breaches = file.breaches(causes: Self.causes)
    #expect(breaches.map(\.says) == ["tag-unknown finds this text"])
    #expect(breaches.map(\.place.line) == [7])
  }

  @Test("are refused where a pattern does not compile")
  func pattern() throws {
    let file = try file(text.replacing("connection refused", with: "\"connection (\""))
    #expect(file.breaches(causes: Self.causes).map(\.says).first?.contains("refused: ") == true)
  }

  @Test("are refused where a key is unknown")
  func form() {
    #expect {
      _ = try file(text.replacing("weight: 3", with: "wait: 3"))
    } throws: { error in
      "\(error)".contains("signatures/texts.yaml:4:5: error: unknown key wait in a signature")
    }
  }
}
