import YAML

/// Reads the one document of a rule file.
enum RuleDocument {
  /// The document's root, which has to be a mapping.
  static func root(of file: RuleFile) throws(RuleErrors) -> YAMLNode {
    guard !file.isPacked else { return try unpacked(file) }
    let reading = DocumentReader().read(file.text, file: file.path)
    guard reading.problems.isEmpty else {
      throw RuleErrors(
        reading.problems.map { RuleError($0.says, at: $0.place).showing(lineOf: file.text) })
    }
    guard let root = reading.documents.first?.root, root.kind == .mapping else {
      throw RuleErrors([RuleError("has to hold one mapping", at: file.start)])
    }
    guard reading.documents.count == 1 else {
      throw RuleErrors([
        RuleError("holds more than one document", at: reading.documents[1].root.place)
      ])
    }
    return root
  }

  private static func unpacked(_ file: RuleFile) throws(RuleErrors) -> YAMLNode {
    guard let document = Document(unpacking: file.text[...], file: file.path) else {
      throw RuleErrors([RuleError("the packed document is not whole", at: file.start)])
    }
    return document.root
  }
}
