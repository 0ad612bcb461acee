/// Defaults and bounds for each pod, container or claim of a namespace.
package struct LimitRange: KubernetesObject {
  package static let kind = "LimitRange"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = LimitRangeSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}

/// The bounds of a limit range, by type.
package struct LimitRangeSpec: APIStruct {
  package var limits: [LimitRangeItem] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("limits", &limits)
  }
}

/// Defaults and bounds for one type of object.
package struct LimitRangeItem: APIStruct {
  package var type: String = ""
  package var max = ResourceList()
  package var min = ResourceList()
  package var `default` = ResourceList()
  package var defaultRequest = ResourceList()
  package var maxLimitRequestRatio = ResourceList()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.field("max", &max)
    fields.field("min", &min)
    fields.field("default", &`default`)
    fields.field("defaultRequest", &defaultRequest)
    fields.field("maxLimitRequestRatio", &maxLimitRequestRatio)
  }
}
