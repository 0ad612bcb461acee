/// Webhooks that may refuse objects.
package struct ValidatingWebhookConfiguration: KubernetesObject {
  package static let kind = "ValidatingWebhookConfiguration"
  package static let apiVersion = "admissionregistration.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var webhooks: [ValidatingWebhook] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("webhooks", &webhooks)
  }
}

/// One webhook that may refuse objects.
package struct ValidatingWebhook: APIStruct {
  package var name: String = ""
  package var clientConfig = WebhookClientConfig()
  package var rules: [RuleWithOperations] = []
  package var failurePolicy: String?
  package var matchPolicy: String?
  package var namespaceSelector: LabelSelector?
  package var objectSelector: LabelSelector?
  package var sideEffects: String?
  package var timeoutSeconds: Int32?
  package var admissionReviewVersions: [String] = []
  package var matchConditions: [MatchCondition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("clientConfig", &clientConfig)
    fields.field("rules", &rules)
    fields.field("failurePolicy", &failurePolicy)
    fields.field("matchPolicy", &matchPolicy)
    fields.field("namespaceSelector", &namespaceSelector)
    fields.field("objectSelector", &objectSelector)
    fields.required("sideEffects", &sideEffects)
    fields.field("timeoutSeconds", &timeoutSeconds)
    fields.required("admissionReviewVersions", &admissionReviewVersions)
    fields.field("matchConditions", &matchConditions)
  }
}
