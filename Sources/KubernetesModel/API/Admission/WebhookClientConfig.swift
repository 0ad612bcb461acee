/// How the API server reaches a webhook.
package struct WebhookClientConfig: APIStruct {
  package var url: String?
  @Boxed package var service: ServiceReference?
  package var caBundle: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("url", &url)
    fields.field("service", &service)
    fields.field("caBundle", &caBundle)
  }
}

/// The service that a webhook is reached by.
package struct ServiceReference: APIStruct {
  package var namespace: String = ""
  package var name: String = ""
  package var path: String?
  package var port: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("namespace", &namespace)
    fields.required("name", &name)
    fields.field("path", &path)
    fields.field("port", &port)
  }
}
