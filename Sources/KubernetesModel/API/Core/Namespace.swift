/// A scope for names.
package struct Namespace: KubernetesObject {
  package static let kind = "Namespace"
  package static let apiVersion = "v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var spec = NamespaceSpec()
  package var status = NamespaceStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// What must be done before a namespace can go.
package struct NamespaceSpec: APIStruct {
  package var finalizers: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("finalizers", &finalizers)
  }
}

/// The phase of a namespace, and what holds up its deletion.
package struct NamespaceStatus: APIStruct {
  package var phase: String = ""
  package var conditions: [NamespaceCondition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("phase", &phase)
    fields.field("conditions", &conditions)
  }
}

/// One condition of a namespace.
package struct NamespaceCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}
