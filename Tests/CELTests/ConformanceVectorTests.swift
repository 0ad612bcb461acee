import CEL
import Foundation
import TestSupport
import Testing

@Suite("Conformance with the language's own tests")
struct ConformanceVectorTests {
  /// Every case of `conformance*.json`, which is not part of these sources.
  static let cases: [RecordedCase] = {
    guard let folder = Vectors.publicSuite("cel/conformance.json")?.deletingLastPathComponent(),
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))
    else { return [] }
    return names.filter { $0.hasPrefix("conformance") && $0.hasSuffix(".json") }.sorted()
      .flatMap { name -> [RecordedCase] in
        guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
        let elements = try? JSONValue(parsing: [UInt8](bytes)).elements
        return (elements ?? []).map(RecordedCase.init(json:))
      }
  }()

  @Test(
    "gives the value, type or error that the specification or cel-go gives",
    .disabled(if: cases.isEmpty, "conformance*.json is not there, see CONTRIBUTING.md"),
    arguments: cases)
  func conformance(_ example: RecordedCase) throws {
    if let type = example.json["expectType"]?.string {
      let found = try example.compile(.extended).resultType
      #expect(found == StaticType(parsing: type), "\(found) is not \(type)")
    }
    guard let expected = example.json["expect"] else { return }
    let outcome = example.outcome(.extended)
    let isRight = [expected, example.json["celGo"] ?? .null].contains { Self.is(outcome, $0) }
    #expect(isRight, "\(outcome) is not \(expected)")
  }

  private static func `is`(_ outcome: RecordedCase.Outcome, _ expected: JSONValue) -> Bool {
    switch outcome {
    case .value(let value): RecordedValue.matches(value, expected)
    case .error: expected["error"] != nil
    }
  }
}
