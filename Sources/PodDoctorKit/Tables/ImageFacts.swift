import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of an image reference.
enum ImageFacts {
  static let table = FactTable<ImageReference>([
    "registry": { .string($0.registry) },
    "repository": { .string($0.repository) },
    "tag": { .text($0.tag) },
    "digest": { .text($0.digest) },
  ])

  /// Nil when the reference is not well formed.
  static func object(_ image: String, of pod: PodCase) -> FactObject? {
    (try? ImageReference(image)).map {
      FactObject($0, table, origin: pod.origin)
    }
  }
}
