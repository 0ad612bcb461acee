import Findings
import KubernetesModel
import TestSupport
import Testing
import YAML

/// Decodes an object that a vector holds, as the product would; problems fail the test.
func decoded<Value: APIStruct>(_ recorded: JSONValue, as type: Value.Type) throws -> Value {
  let reading = DocumentReader().read(recorded.description, file: "recorded.json")
  let document = try #require(reading.documents.first)
  var problems: [LoadProblem] = []
  let value = Value(decoding: document.root, problems: &problems)
  #expect(problems.isEmpty)
  return value
}

/// A resource list as vectors hold it: canonical texts by name.
func texts(_ list: ResourceList) -> [String: String] {
  Dictionary(uniqueKeysWithValues: list.map { ($0.key, $0.value.description) })
}

extension JSONValue {
  /// The texts of an object whose members are texts.
  var texts: [String: String] { members.compactMapValues(\.string) }
}
