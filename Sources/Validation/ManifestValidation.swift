package import YAML

/// Tells what the API server would say about manifests that are to be created.
package struct ManifestValidation: Sendable {
  private let uid: String

  /// Makes a validation as Kubernetes 1.36 does it; the UID is the one that objects get.
  package init(uid: String = "00000000-0000-4000-8000-000000000000") {
    self.uid = uid
  }

  /// Whether the kind of an object is one whose rules are known here.
  package func knows(_ node: YAMLNode) -> Bool { ValidatedKind(of: node) != nil }

  /// What the API server would say about an object; nothing, when its kind is not known.
  package func verdict(on node: YAMLNode) -> ValidationVerdict {
    var verdict = ValidationVerdict()
    guard let kind = ValidatedKind(of: node),
      let type = Schema.kubernetes.type(named: kind.rawValue)
    else { return verdict }
    var decoder = ManifestDecoder(schema: .kubernetes)
    do throws(DecodeError) {
      try decoder.read(node, as: type)
    } catch {
      verdict.decodeError = error
      return verdict
    }
    verdict.strictErrors = decoder.strictErrors
    let object = Field(root: node)
    var rules = ObjectRules()
    kind.judge(object, &rules, uid: uid)
    verdict.errors = rules.errors
    var advice = ObjectAdvice()
    kind.advise(object, &advice)
    verdict.warnings = advice.warnings
    return verdict
  }
}
