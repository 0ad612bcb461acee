import Testing
import YAML

/// The first document of a text, as if it stood in a file.
func document(_ text: String, file: String = "dump.yaml") throws -> YAMLNode {
  try #require(DocumentReader().read(text, file: file).documents.first).root
}
