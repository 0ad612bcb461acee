package import YAML

/// Tells what the API server would say about manifests that are to be created.
package struct ManifestValidation: Sendable {
  private let minor: Int
  private let uid: String

  /// Makes a validation by the rules of Kubernetes 1.36.
  ///
  /// - Parameters:
  ///   - minor: an older version, of which the fields are known and what was allowed later is refused.
  ///   - uid: the one that objects get.
  package init(
    minor: Int = FieldHistory.newest, uid: String = "00000000-0000-4000-8000-000000000000"
  ) {
    self.minor = minor
    self.uid = uid
  }

  /// Whether the kind of an object is one whose rules are known here.
  package func knows(_ node: YAMLNode) -> Bool { ValidatedKind(of: node) != nil }

  /// What the API server would say about an object; nothing, when its kind is not known.
  package func verdict(on node: YAMLNode) -> ValidationVerdict {
    var verdict = ValidationVerdict()
    guard let kind = ValidatedKind(of: node),
      let type = Schema.kubernetes.position(ofType: kind.type)
    else { return verdict }
    var decoder = ManifestDecoder(node, schema: .kubernetes, minor: minor)
    do throws(DecodeError) {
      try decoder.read(asTypeAt: type)
    } catch {
      verdict.decodeError = error
      return verdict
    }
    verdict.strictErrors = decoder.strictErrors
    FieldSteps.walking(node) { object in
      var rules = ObjectRules(minor: minor)
      kind.judge(object, &rules, uid: uid)
      verdict.errors = rules.errors
      var advice = ObjectAdvice()
      kind.advise(object, &advice)
      verdict.warnings = advice.warnings
    }
    return verdict
  }
}
