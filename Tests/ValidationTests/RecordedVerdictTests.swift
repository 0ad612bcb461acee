import KubernetesModel
import TestSupport
import Testing
import YAML

@testable import Validation

/// What Kubernetes 1.36 said about manifests, most of them broken on purpose.
@Suite struct RecordedVerdictTests {
  /// The UID that objects got when the answers were recorded.
  private static let uid = "0d7b5a3e-5c52-4f0a-9d54-0f6a6f6b7a01"

  @Test(arguments: try Vectors.cases("validation/cases.json"))
  func sameWords(_ row: JSONValue) throws {
    let text = try #require(row["manifest"]).description
    let reading = DocumentReader(.kubectl).read(text, file: "manifest.json")
    let root = try #require(reading.documents.first).root
    let verdict = ManifestValidation(uid: Self.uid).verdict(on: root)
    let name = row["name"]?.string ?? ""
    #expect(verdict.decodeError?.message == row["decodeError"]?.string, "\(name)")
    #expect(
      verdict.strictErrors.map(\.message) == row["strictErrors"]?.elements.map(\.string) ?? [],
      "\(name)")
    let errors = row["errors"]?.elements ?? []
    #expect(
      verdict.errors.map(\.message) == errors.map { $0["message"]?.string ?? "" }, "\(name)")
    for (error, recorded) in zip(verdict.errors, errors) {
      #expect(error.kind.rawValue == recorded["type"]?.string, "\(name)")
      #expect(error.field == recorded["field"]?.string, "\(name)")
      #expect(error.detail == recorded["detail"]?.string ?? "", "\(name)")
      let value = try error.badValue.json.map { try JSONValue(parsing: $0) }
      #expect(value == recorded["badValue"], "\(name)")
    }
    #expect(
      verdict.warnings.map(\.message) == row["warnings"]?.elements.map(\.string) ?? [],
      "\(name)")
  }
}
