import CEL
import RuleEngine
import Validation

/// What rules can ask of what the API server would say about a manifest.
enum RefusalFacts {
  private static let table = FactTable<ManifestRefusal>([
    "says": { .string($0.says) },
    "field": { .string($0.field) },
  ])

  static func refusals(of manifest: Manifest) -> Value {
    let verdict = ManifestValidation().verdict(on: manifest.node)
    return facts(ManifestRefusal.all(in: verdict, on: manifest.node))
  }

  static func remarks(on manifest: Manifest) -> Value {
    let verdict = ManifestValidation().verdict(on: manifest.node)
    return facts(ManifestRefusal.remarks(in: verdict, on: manifest.node))
  }

  private static func facts(_ refusals: [ManifestRefusal]) -> Value {
    .facts(refusals.map { FactObject($0, table) })
  }
}
