import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a Job, besides the fields of its document.
enum JobFacts {
  /// A Job, and the facts it is seen among.
  struct Base: Sendable {
    var state: JobState
    var facts: ClusterFacts
    var job: Job { state.job }
    var failure: (index: Int, condition: JobCondition)? { state.failure }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.job.metadata.name) },
    "namespace": { .string($0.job.metadata.namespace) },
    "owner": { .reference($0.facts.ownership.topmost(above: $0.state.reference)) },
    "complete": { .bool($0.state.isComplete) },
    "superseded": { .bool($0.state.isSuperseded(in: $0.facts)) },
    "failed": { .bool($0.failure != nil) },
    "failureReason": { .string($0.failure?.condition.reason ?? "") },
    "failureMessage": { .string($0.failure?.condition.message ?? "") },
    "failureField": { base in .text(base.failure.map { "status.conditions[\($0.index)]" }) },
    "backoffLimit": { .number(Int($0.job.spec.backoffLimit ?? 6)) },
    "failures": { .number(Int($0.job.status.failed)) },
    "deadline": { .number($0.job.spec.activeDeadlineSeconds.map { Int($0) }) },
  ])

  static func object(_ state: JobState, in facts: ClusterFacts) -> FactObject {
    FactObject(
      Base(state: state, facts: facts), table, origin: facts.origin(of: state.reference))
  }
}
