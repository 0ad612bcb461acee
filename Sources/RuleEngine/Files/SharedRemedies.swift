import YAML

/// Remedies that several rules offer, by name; read from `remedies.yaml`.
package struct SharedRemedies: Sendable {
  package private(set) var byName: [String: RemedyText] = [:]

  package init() {}

  /// Reads `remedies.yaml`; the errors name all that is wrong with it.
  package init(reading file: RuleFile) throws(RuleErrors) {
    let document = try RuleDocument.root(of: file)
    var errors: [RuleError] = []
    for (name, _, node) in document.entries {
      var reader = FieldReader(node, keys: RemedyText.keys, in: "a remedy")
      byName[name] = RemedyText(&reader)
      errors += reader.errors
    }
    guard errors.isEmpty else {
      throw RuleErrors(errors.map { $0.showing(lineOf: file.text) })
    }
  }

  /// Adds other remedies; those of the same name are replaced.
  package mutating func add(_ others: SharedRemedies) {
    byName.merge(others.byName) { _, new in new }
  }
}
