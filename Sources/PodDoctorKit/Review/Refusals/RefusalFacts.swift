import Basics
import CEL
import RuleEngine
import Validation

/// What rules can ask of what the API server would say about a manifest.
enum RefusalFacts {
  private static let table = FactTable<ManifestRefusal>([
    "says": { .string($0.says) },
    "field": { .string($0.field) },
  ])

  /// What the API server would say, found out when it is first asked for.
  static func verdict(on manifest: Manifest, in set: ManifestSet) -> Once<ValidationVerdict> {
    let minor = set.kubernetesMinor
    return Once { ManifestValidation(minor: minor).verdict(on: manifest.node) }
  }

  static func refusals(in verdict: ValidationVerdict, of manifest: Manifest) -> Value {
    facts(ManifestRefusal.all(in: verdict, on: manifest.node))
  }

  static func remarks(in verdict: ValidationVerdict, on manifest: Manifest) -> Value {
    facts(ManifestRefusal.remarks(in: verdict, on: manifest.node))
  }

  private static func facts(_ refusals: [ManifestRefusal]) -> Value {
    .facts(refusals.map { FactObject($0, table) })
  }
}
