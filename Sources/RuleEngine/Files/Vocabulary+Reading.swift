import OrderedCollections
import YAML

extension Vocabulary {
  /// Reads `vocabulary.yaml`; the errors name all that is wrong with it.
  package init(reading file: RuleFile) throws(RuleErrors) {
    let document = try RuleDocument.root(of: file)
    let keys = ["subjects", "everywhere", "triggers", "symptoms"]
    var reader = FieldReader(document, keys: keys, in: "a vocabulary")
    self.init(
      subjects: reader.subjects(), everywhere: reader.glossary("everywhere"),
      triggers: reader.glossary("triggers"), symptoms: reader.glossary("symptoms"))
    guard reader.errors.isEmpty else {
      throw RuleErrors(reader.errors.map { $0.showing(lineOf: file.text) })
    }
  }
}

extension FieldReader {
  fileprivate mutating func glossary(_ key: String) -> OrderedDictionary<String, String> {
    definitions(key).reduce(into: [:]) { $0[$1.name.value] = $1.expression.value }
  }

  fileprivate mutating func subjects() -> OrderedDictionary<String, Vocabulary.SubjectKind> {
    guard let subjects = node["subjects"], subjects.kind == .mapping else { return [:] }
    var kinds: OrderedDictionary<String, Vocabulary.SubjectKind> = [:]
    for (name, _, kind) in subjects.entries {
      kinds[name] = nested(kind, keys: ["is", "variables"], in: "a kind of subject") { reader in
        Vocabulary.SubjectKind(
          says: reader.required("is").value, variables: reader.glossary("variables"))
      }
    }
    return kinds
  }
}
