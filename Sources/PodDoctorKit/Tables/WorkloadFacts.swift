import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a controller that should make pods, besides the fields of its document.
enum WorkloadFacts {
  static let table = FactTable<WorkloadCase>([
    "kind": { .string($0.workload.kind) },
    "name": { .string($0.workload.name) },
    "namespace": { .string($0.workload.namespace) },
    "maker": { .reference($0.maker) },
    "desired": { .number($0.desired) },
    "present": { .number($0.pods.count) },
    "missing": { .number($0.missing) },
    "events": { base in .facts(base.events.map { EventFacts.object($0, in: base.facts) }) },
    "unexplained": { base in
      .facts(base.unexplainedEvents.map { EventFacts.object($0, in: base.facts) })
    },
    "quotas": { base in
      .facts(QuotaFacts.quotas(in: base.workload.namespace, of: base.facts))
    },
    "quotaNeeds": { base in
      .map((QuotaShortage(of: base)?.needed ?? []).map { ($0.name, .string("\($0.amount)")) })
    },
    "limitRanges": { base in
      .facts(QuotaFacts.limitRanges(in: base.workload.namespace, of: base.facts))
    },
    "space": { base in .fact(space(of: base)) },
    "webhooks": { base in .facts(webhooks(of: base)) },
    "serviceAccountsKnown": { .bool($0.facts.holds(ServiceAccount.kind)) },
    "priorityClassNames": { .texts($0.facts.snapshot.priorityClasses.map(\.metadata.name)) },
    "runtimeClassNames": { .texts($0.facts.snapshot.runtimeClasses.map(\.metadata.name)) },
    "serviceAccountNames": { .texts(serviceAccounts(of: $0)) },
    "templateField": { .string($0.templatePath) },
    "texts": { base in .facts(base.texts.map { TextFacts.object($0, in: base.facts) }) },
  ])

  static func object(_ workload: WorkloadCase) -> FactObject {
    FactObject(workload, table, origin: workload.facts.origin(of: workload.workload))
  }

  private static func space(of workload: WorkloadCase) -> FactObject? {
    workload.facts.snapshot.namespaces.named(workload.workload.namespace).map {
      NamespaceFacts.object($0, in: workload.facts)
    }
  }

  /// The webhooks that refusals of the workload's pods name.
  private static func webhooks(of workload: WorkloadCase) -> [FactObject] {
    var seen: Set<String> = []
    let names = workload.texts.compactMap { $0.captures["webhook"] }.filter {
      seen.insert($0).inserted
    }
    return names.flatMap { WebhookCase.all(named: $0, in: workload.facts.snapshot) }.map {
      WebhookFacts.object($0, in: workload.facts)
    }
  }

  private static func serviceAccounts(of workload: WorkloadCase) -> [String] {
    workload.facts.snapshot.serviceAccounts.filter {
      $0.metadata.namespace == workload.workload.namespace
    }.map(\.metadata.name)
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
