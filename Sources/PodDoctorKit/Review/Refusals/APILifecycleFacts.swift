import CEL
import RuleEngine

/// What rules can ask of the API version of a manifest, for the version of Kubernetes that it is meant for.
enum APILifecycleFacts {
  /// A lifecycle, seen from a version of Kubernetes.
  struct Base: Sendable {
    var lifecycle: APILifecycle
    var minor: Int
  }

  private static let table = FactTable<Base>([
    "isRemoved": { .bool(isRemoved($0)) },
    "since": {
      .string("1.\(isRemoved($0) ? $0.lifecycle.removed ?? 0 : $0.lifecycle.deprecated)")
    },
    "removed": { .string($0.lifecycle.removed.map { "1.\($0)" } ?? "") },
    "replacement": { .string($0.lifecycle.replacement) },
  ])

  /// Nil for an API version that is current in that version of Kubernetes.
  static func object(of manifest: Manifest, minor: Int) -> FactObject? {
    let lifecycle = APILifecycle.of(apiVersion: manifest.apiVersion, kind: manifest.kind)
    guard let lifecycle, lifecycle.deprecated <= minor else { return nil }
    return FactObject(Base(lifecycle: lifecycle, minor: minor), table)
  }

  private static func isRemoved(_ base: Base) -> Bool {
    base.lifecycle.removed.map { $0 <= base.minor } ?? false
  }
}
