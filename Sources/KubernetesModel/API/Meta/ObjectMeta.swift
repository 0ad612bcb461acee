/// What every object has: name, namespace, labels, owners, times.
package struct ObjectMeta: APIStruct {
  package var name: String = ""
  package var generateName: String = ""
  package var namespace: String = ""
  package var selfLink: String = ""
  package var uid: String = ""
  package var resourceVersion: String = ""
  package var generation: Int64 = 0
  package var creationTimestamp: Timestamp?
  package var deletionTimestamp: Timestamp?
  package var deletionGracePeriodSeconds: Int64?
  package var labels: [String: String] = [:]
  package var annotations: [String: String] = [:]
  package var ownerReferences: [OwnerReference] = []
  package var finalizers: [String] = []
  package var managedFields: [ManagedFieldsEntry] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("generateName", &generateName)
    fields.field("namespace", &namespace)
    fields.field("selfLink", &selfLink)
    fields.field("uid", &uid)
    fields.field("resourceVersion", &resourceVersion)
    fields.field("generation", &generation)
    fields.field("creationTimestamp", &creationTimestamp)
    fields.field("deletionTimestamp", &deletionTimestamp)
    fields.field("deletionGracePeriodSeconds", &deletionGracePeriodSeconds)
    fields.field("labels", &labels)
    fields.field("annotations", &annotations)
    fields.field("ownerReferences", &ownerReferences)
    fields.field("finalizers", &finalizers)
    fields.field("managedFields", &managedFields)
  }
}

/// Who last set fields, and when; which fields is not kept.
package struct ManagedFieldsEntry: APIStruct {
  package var manager: String = ""
  package var operation: String = ""
  package var apiVersion: String = ""
  package var time: Timestamp?
  package var fieldsType: String = ""
  package var fieldsV1: Discarded?
  package var subresource: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("manager", &manager)
    fields.field("operation", &operation)
    fields.field("apiVersion", &apiVersion)
    fields.field("time", &time)
    fields.field("fieldsType", &fieldsType)
    fields.field("fieldsV1", &fieldsV1)
    fields.field("subresource", &subresource)
  }
}
