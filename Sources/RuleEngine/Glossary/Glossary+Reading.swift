import Provenance
import YAML

extension Glossary {
  private static let keys = ["is", "says", "owner", "runs"]

  /// Reads a file of words: sections that map each word to what it is.
  ///
  /// ```yaml
  /// events:
  ///   Rebooted: {is: context, says: the machine started anew}
  /// ```
  package init(reading file: RuleFile) throws(RuleErrors) {
    self.init()
    var errors: [RuleError] = []
    for (section, mark, words) in try RuleDocument.root(of: file).entries {
      guard words.kind == .mapping else {
        let place = Place(file: file.path, mark: mark)
        errors.append(RuleError("section \(section) has to map words to what they are", at: place))
        continue
      }
      for (word, _, node) in words.entries {
        var reader = FieldReader(node, keys: Self.keys, in: "a known word")
        set(Entry(&reader), for: word, in: section)
        errors += reader.errors
      }
    }
    guard errors.isEmpty else { throw RuleErrors(errors.map { $0.showing(lineOf: file.text) }) }
  }

  /// Reads several files; words of later ones replace those of earlier ones.
  package init(reading files: [RuleFile]) throws(RuleErrors) {
    self.init()
    for file in files { add(try Glossary(reading: file)) }
  }
}

extension Glossary.Entry {
  fileprivate init(_ reader: inout FieldReader) {
    self.init(
      bearing: reader.choice("is", or: .context), says: reader.required("says").value,
      owner: reader.text("owner")?.value, runs: reader.texts("runs").map(\.value))
  }
}
