/// Limits on what a namespace may use in sum.
package struct ResourceQuota: KubernetesObject {
  package static let kind = "ResourceQuota"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ResourceQuotaSpec()
  package var status = ResourceQuotaStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// The limits of a quota, and which pods count.
package struct ResourceQuotaSpec: APIStruct {
  package var hard = ResourceList()
  package var scopes: [String] = []
  package var scopeSelector: ScopeSelector?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("hard", &hard)
    fields.field("scopes", &scopes)
    fields.field("scopeSelector", &scopeSelector)
  }
}

/// Which pods count for a quota.
package struct ScopeSelector: APIStruct {
  package var matchExpressions: [ScopedResourceSelectorRequirement] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("matchExpressions", &matchExpressions)
  }
}

/// A requirement on the scope of pods that count for a quota.
package struct ScopedResourceSelectorRequirement: APIStruct {
  package var scopeName: String = ""
  package var `operator`: String = ""
  package var values: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("scopeName", &scopeName)
    fields.required("operator", &`operator`)
    fields.field("values", &values)
  }
}

/// The limits of a quota as enforced, and how much is used.
package struct ResourceQuotaStatus: APIStruct {
  package var hard = ResourceList()
  package var used = ResourceList()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("hard", &hard)
    fields.field("used", &used)
  }
}
