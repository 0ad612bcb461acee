import Provenance
import RuleEngine
import YAML

/// What kube-linter's own checks ask for where our rules ask for something else, or for nothing, until they are told.
enum KubeLinterDefaults {
  private static let all: [String: (rule: String, parameters: String)] = [
    "minimum-three-replicas": ("replicas-low", "least: 3"),
    "hpa-minimum-three-replicas": ("hpa-min-low", "least: 3"),
    "required-label-owner": ("required-label", "required: [owner]"),
    "required-annotation-email": (
      "annotation-policy",
      #"required: ['email=[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+']"#
    ),
  ]

  /// The checks, in the order of their names.
  static var checks: [String] { all.keys.sorted() }

  /// The rule of a check and what it is told; nil where the rule asks for the same by itself.
  static func settings(of check: String) -> (rule: String, parameters: [RuleParameter])? {
    guard let (rule, text) = all[check] else { return nil }
    let root = DocumentReader().read(text, file: "").documents.first?.root
    let parameters = (root?.entries.map { $0 } ?? []).map { key, mark, value in
      RuleParameter(name: RuleText(key, at: Place(file: "", mark: mark)), value: value)
    }
    return (rule, parameters)
  }
}
