import CEL
import Provenance
import RuleEngine

/// What rules can ask of a webhook that an object waits for in vain.
enum AwaitedWebhookFacts {
  private static let table = FactTable<AwaitedWebhook>([
    "name": { .string($0.webhook.name) },
    "kind": { .string($0.webhook.configuration.kind) },
    "configuration": { .string($0.webhook.configuration.name) },
    "waiting": { .string($0.waiting) },
    "failure": { .string($0.webhook.failure) },
  ])

  static func object(_ awaited: AwaitedWebhook) -> FactObject { FactObject(awaited, table) }
}
