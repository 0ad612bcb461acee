import Basics
import Findings
import Provenance

/// Makes one finding of two that tell of the same mistake: that of the rule that knows the mistake, with
/// the API server's words for it.
enum RefusalDoubles {
  /// Where the API server names a mistake that a rule has found.
  private enum Relation {
    /// At the rule's field, or next above or below it.
    case field
    /// At another field of the same object.
    case sibling
    /// At the rule's field or at one of these.
    case fields([String])
  }

  static let refusalRule = "schema-invalid"

  /// The rules that find, always or at times, what the API server refuses.
  private static let relations: [String: Relation] = [
    "claim-invalid": .field,
    "generated-name-too-long": .field,
    "hpa-max-eq-min": .field,
    "huge-pages-invalid": .field,
    "image-reference-invalid": .field,
    "job-restart-policy-invalid": .field,
    "label-value-invalid": .field,
    "mount-path-duplicate": .field,
    "mount-path-invalid": .field,
    "mount-without-volume": .field,
    "node-affinity-never-matches": .field,
    "os-field-not-allowed": .field,
    "ports-invalid": .field,
    "pre-stop-exceeds-grace-period": .field,
    "probe-success-threshold": .field,
    "probe-without-question": .field,
    "quantity-negative": .field,
    "request-exceeds-limit": .field,
    "rollout-cannot-proceed": .field,
    "selector-mismatch": .fields(["spec.template.metadata.labels"]),
    "service-target-port-unmatched": .field,
    "toleration-invalid": .sibling,
    "topology-spread-invalid": .field,
  ]

  /// The findings without refusals of which a rule tells.
  static func merged(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    let refusals = refusals(among: findings)
    guard !refusals.isEmpty else { return findings }
    var findings = findings
    var told: Set<Int> = []
    for (index, finding) in findings.enumerated() {
      guard finding.counts, let relation = relations[finding.rule] else { continue }
      let same = (refusals[finding.object] ?? []).filter {
        findings[$0].place.file == finding.place.file
          && tells(findings[$0], of: finding, by: relation)
      }
      for refusal in same { findings[index].take(from: findings[refusal]) }
      told.formUnion(same)
    }
    return findings.indices.filter { !told.contains($0) }.map { findings[$0] }
  }

  /// The numbers of the refusals about each object.
  private static func refusals(among findings: [ReviewFinding]) -> [ObjectReference: [Int]] {
    let found = findings.stretches(of: chunk).concurrentMap { range in
      let findings = findings.span
      var refusals: [Int] = []
      for index in range where isRefusal(findings[index]) { refusals.append(index) }
      return refusals
    }
    return Dictionary(grouping: found.joined()) { findings[$0].object }
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 4_096

  private static func isRefusal(_ finding: ReviewFinding) -> Bool {
    finding.rule == refusalRule && finding.counts && !finding.field.isEmpty
  }

  private static func tells(
    _ refusal: ReviewFinding, of finding: ReviewFinding, by relation: Relation
  ) -> Bool {
    let field = RefusedField(finding.field)
    let refused = RefusedField(refusal.field)
    return switch relation {
    case .field: refused.isNear(field)
    case .sibling: refused.isNear(field) || refused.isSibling(of: field)
    case .fields(let others): refused.isNear(field) || others.contains(refusal.field)
    }
  }
}

extension ReviewFinding {
  /// Takes over how the API server says it, and how bad it is.
  fileprivate mutating func take(from refusal: ReviewFinding) {
    severity = max(severity, refusal.severity)
    let lead = "; the API server says "
    add((says.contains(lead) ? "; and " : lead) + refusal.says)
  }
}
