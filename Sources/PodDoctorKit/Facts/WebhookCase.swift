import KubernetesModel
import Provenance

/// A webhook that the API server calls before it admits an object, and what stands behind it.
struct WebhookCase: Sendable {
  /// The configuration that holds the webhook.
  var configuration: ObjectReference
  /// `webhooks[0]` and the like.
  var path: String
  var name: String
  var failurePolicy: String
  var timeout: Int
  var client: WebhookClientConfig

  /// The webhooks of a dump that bear `name`, in configurations of both kinds.
  static func all(named name: String, in snapshot: ClusterSnapshot) -> [WebhookCase] {
    let validating = snapshot.validatingWebhookConfigurations.flatMap { configuration in
      configuration.webhooks.enumerated().map { index, webhook in
        WebhookCase(
          configuration: reference(
            ValidatingWebhookConfiguration.kind, configuration.metadata),
          path: "webhooks[\(index)]", name: webhook.name,
          failurePolicy: webhook.failurePolicy ?? "Fail",
          timeout: Int(webhook.timeoutSeconds ?? 10), client: webhook.clientConfig)
      }
    }
    let mutating = snapshot.mutatingWebhookConfigurations.flatMap { configuration in
      configuration.webhooks.enumerated().map { index, webhook in
        WebhookCase(
          configuration: reference(MutatingWebhookConfiguration.kind, configuration.metadata),
          path: "webhooks[\(index)]", name: webhook.name,
          failurePolicy: webhook.failurePolicy ?? "Fail",
          timeout: Int(webhook.timeoutSeconds ?? 10), client: webhook.clientConfig)
      }
    }
    return (validating + mutating).filter { $0.name == name }
  }

  private static func reference(_ kind: String, _ metadata: ObjectMeta) -> ObjectReference {
    ObjectReference(kind: kind, name: metadata.name)
  }
}
