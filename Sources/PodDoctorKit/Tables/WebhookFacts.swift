import CEL
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// What rules can ask of a webhook that a refusal names.
enum WebhookFacts {
  /// A webhook, and the facts it is seen among.
  struct Base: Sendable {
    var webhook: WebhookCase
    var facts: ClusterFacts

    /// The Service that the API server calls, with what it selects; nil when the dump does not hold it.
    var selection: ServiceSelection? {
      guard let target = webhook.client.service,
        let service = facts.service(target.name, in: target.namespace)
      else { return nil }
      return ServiceSelection(service, among: facts.pods(in: target.namespace))
    }
  }

  static let table = FactTable<Base>([
    "name": { .string($0.webhook.name) },
    "configuration": { .string($0.webhook.configuration.name) },
    "kind": { .string($0.webhook.configuration.kind) },
    "field": { .string($0.webhook.path) },
    "failurePolicy": { .string($0.webhook.failurePolicy) },
    "timeout": { .number($0.webhook.timeout) },
    "url": { .text($0.webhook.client.url) },
    "service": { .text($0.webhook.client.service?.name) },
    "serviceNamespace": { .text($0.webhook.client.service?.namespace) },
    "serviceExists": { .bool($0.selection != nil) },
    "pods": { base in .number(base.selection?.pods.count ?? 0) },
    "readyPods": { base in .number(base.selection?.pods.filter(\.isReady).count ?? 0) },
    "object": { .reference($0.webhook.configuration) },
  ])

  static func object(_ webhook: WebhookCase, in facts: ClusterFacts) -> FactObject {
    FactObject(
      Base(webhook: webhook, facts: facts), table,
      origin: facts.origin(of: webhook.configuration))
  }
}
