import CEL
import RuleEngine

/// What rules can ask of a claim that a pod of the cluster uses already.
enum HeldClaimFacts {
  private static let table = FactTable<HeldClaim>([
    "claim": { .string($0.claim) },
    "field": { .string($0.field) },
    "pod": { .string($0.pod) },
    "node": { .string($0.node) },
  ])

  static func all(of template: TemplateCase) -> [FactObject] {
    (template.manifests.cluster?.heldClaims(of: template.template) ?? []).map {
      FactObject($0, table)
    }
  }
}
