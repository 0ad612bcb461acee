import Provenance
import YAML

/// Reads a file of signatures: a list under each group's name, each with texts that it has to find.
///
/// ```yaml
/// image:
///   - name: manifest-unknown
///     cause: image-tag-not-found
///     weight: 3
///     pattern: 'manifest for (?P<image>\S+) not found'
///     finds: ["manifest for nginx:1.99 not found"]
/// ```
package struct SignatureFile: Sendable {
  /// In file order.
  package private(set) var signatures: [Signature] = []
  /// The names of the groups, in file order.
  private(set) var groups: [String] = []
  private var samples: [(signature: Int, text: RuleText, finds: Bool)] = []
  private var causes: [RuleText] = []
  private let file: RuleFile

  /// Reads the file's form; the errors name all that is wrong with it.
  package init(reading file: RuleFile) throws(RuleErrors) {
    self.file = file
    var errors: [RuleError] = []
    for (group, mark, list) in try RuleDocument.root(of: file).entries {
      groups.append(group)
      if list.kind != .sequence {
        let place = Place(file: file.path, mark: mark)
        errors.append(RuleError("group \(group) has to be a list of signatures", at: place))
      }
      for node in list.elements { read(node, group: group, noting: &errors) }
    }
    guard errors.isEmpty else { throw RuleErrors(errors.map { $0.showing(lineOf: file.text) }) }
  }

  private mutating func read(_ node: YAMLNode, group: String, noting errors: inout [RuleError]) {
    let keys = ["name", "cause", "weight", "pattern", "finds", "ignores"]
    var reader = FieldReader(node, keys: keys, in: "a signature")
    let weight = reader.required("weight")
    if Int(weight.value) == nil { reader.refuse("weight has to be a whole number", weight) }
    let (name, cause) = (reader.required("name"), reader.required("cause"))
    causes.append(cause)
    let signature = Signature(
      name: name.value, group: group, cause: cause.value,
      weight: Int(weight.value) ?? 0, pattern: reader.required("pattern").value)
    let number = signatures.count
    samples += reader.texts("finds").map { (number, $0, true) }
    samples += reader.texts("ignores").map { (number, $0, false) }
    signatures.append(signature)
    errors += reader.errors
  }

  /// What is wrong with the signatures: causes that are none of `causes`, patterns that do not compile, and samples
  /// that turn out otherwise.
  package func breaches(causes: Set<String>) -> [RuleError] {
    unknownCauses(beside: causes.union([Signature.symptom, Signature.context])) + wrongPatterns()
  }

  private func unknownCauses(beside known: Set<String>) -> [RuleError] {
    causes.filter { !known.contains($0.value) }.map { cause in
      let hint = Suggestion.phrase(for: cause.value, among: known.sorted())
      let says = "no rule or symptom is named \(cause.value)\(hint)"
      return RuleError(says, at: cause.place).showing(lineOf: file.text)
    }
  }

  private func wrongPatterns() -> [RuleError] {
    let set = SignatureSet(signatures)
    do { try set.validate() } catch {
      return [RuleError(error.description, at: file.start)]
    }
    return samples.compactMap { sample in
      let isFound = set.matches(in: sample.text.value).contains(sample.signature)
      guard isFound != sample.finds else { return nil }
      let name = signatures[sample.signature].name
      let says = "\(name) \(isFound ? "finds" : "does not find") this text"
      return RuleError(says, at: sample.text.place).showing(lineOf: file.text)
    }
  }
}
