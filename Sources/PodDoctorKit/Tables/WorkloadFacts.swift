import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a controller that should make pods, besides the fields of its document.
enum WorkloadFacts {
  private static let table = FactTable<WorkloadCase>([
    "kind": { .string($0.workload.kind) },
    "name": { .string($0.workload.name) },
    "namespace": { .string($0.workload.namespace) },
    "maker": { .reference($0.maker) },
    "desired": { .number($0.desired) },
    "present": { .number($0.pods.count) },
    "missing": { .number($0.missing) },
    "events": { base in .facts(base.events.map { EventFacts.object($0, in: base.facts) }) },
    "texts": { base in .facts(base.texts.map { TextFacts.object($0, in: base.facts) }) },
  ])

  static func object(_ workload: WorkloadCase) -> FactObject {
    FactObject(workload, table, origin: workload.facts.origin(of: workload.workload))
  }

  private static let ownerTable = FactTable<ObjectReference>([
    "kind": { .string($0.kind) },
    "namespace": { .string($0.namespace) },
    "name": { .string($0.name) },
  ])

  /// The topmost owner of a pod: its names, and the fields of its document.
  static func owner(of pod: PodCase) -> FactObject {
    FactObject(pod.workload, ownerTable, origin: pod.facts.origin(of: pod.workload))
  }
}
