import CEL
import Provenance
import RuleEngine

/// What rules can ask of how the pods of a manifest get on in the cluster it is meant for.
enum FitFacts {
  private static let table = FactTable<WorkloadFit>([
    "wanted": { .number($0.wanted) },
    "fitting": { .number($0.fitting) },
    "alone": { .number($0.alone) },
    "obstacle": { base in .fact(base.obstacle.map { FactObject($0, obstacleTable) }) },
    "rollout": { base in .fact(base.rollout.map { FactObject($0, obstacleTable) }) },
    "waitsFor": { .string($0.waitsFor?.name ?? "") },
    "evicted": { .texts($0.evicted.map(\.description)) },
    "unknown": { .string($0.unknown) },
    "refusals": { base in .facts(base.refusals.map { FactObject($0, refusalTable) }) },
  ])

  private static let obstacleTable = FactTable<FitObstacle>([
    "cause": { .string($0.cause) },
    "says": { .string($0.says) },
    "field": { .string($0.field) },
    "changes": { .texts($0.changes) },
  ])

  private static let refusalTable = FactTable<AdmissionRefusal>([
    "cause": { .string($0.cause) },
    "says": { .string($0.says) },
    "field": { .string($0.field) },
    "kind": { .string($0.object.kind) },
    "name": { .string($0.object.name) },
    "admitted": { .number($0.admitted) },
  ])

  static func object(_ fit: WorkloadFit) -> FactObject { FactObject(fit, table) }
}
