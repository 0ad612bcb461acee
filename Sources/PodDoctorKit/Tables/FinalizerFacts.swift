import CEL
import KubernetesModel
import RuleEngine

/// What rules can ask of a finalizer: whose it is, when it goes, and whether its owner runs.
enum FinalizerFacts {
  /// A finalizer, what is known of it, and the pods that its owner seems to run as.
  struct Base: Sendable {
    var name: String
    var entry: Glossary.Entry?
    var pods: [Pod]
    var arePodsKnown: Bool
  }

  static let table = FactTable<Base>([
    "name": { .string($0.name) },
    "known": { .bool($0.entry != nil) },
    "owner": { .string($0.entry?.owner ?? "") },
    "until": { .string($0.entry?.says ?? "") },
    "pods": { .texts($0.pods.map { "\($0.metadata.namespace)/\($0.metadata.name)" }) },
    "readyPods": { .number($0.pods.count(where: \.isReady)) },
    "podsKnown": { .bool($0.arePodsKnown) },
  ])

  static func object(_ finalizer: String, in facts: ClusterFacts) -> FactObject {
    let entry = facts.glossary["finalizers", finalizer]
    let owners = entry?.runs ?? []
    let pods = facts.snapshot.pods.filter { pod in
      owners.contains { pod.metadata.name.contains($0) }
    }
    // A dump of one namespace holds no controllers, so that their absence means nothing.
    let spansNamespaces = Set(facts.snapshot.pods.map(\.metadata.namespace)).count > 1
    return FactObject(
      Base(
        name: finalizer, entry: entry, pods: pods,
        arePodsKnown: !owners.isEmpty && spansNamespaces), table)
  }
}
