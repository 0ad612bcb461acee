/// What is asked of a claim: size, access modes, class.
package struct PersistentVolumeClaimSpec: APIStruct {
  package var accessModes: [String] = []
  package var selector: LabelSelector?
  package var resources = VolumeResourceRequirements()
  package var volumeName: String = ""
  package var storageClassName: String?
  package var volumeMode: String?
  package var dataSource: TypedLocalObjectReference?
  @Boxed package var dataSourceRef: TypedObjectReference?
  package var volumeAttributesClassName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("accessModes", &accessModes)
    fields.field("selector", &selector)
    fields.field("resources", &resources)
    fields.field("volumeName", &volumeName)
    fields.field("storageClassName", &storageClassName)
    fields.field("volumeMode", &volumeMode)
    fields.field("dataSource", &dataSource)
    fields.field("dataSourceRef", &dataSourceRef)
    fields.field("volumeAttributesClassName", &volumeAttributesClassName)
  }
}

/// Requests and limits for storage.
package struct VolumeResourceRequirements: APIStruct {
  package var limits = ResourceList()
  package var requests = ResourceList()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("limits", &limits)
    fields.field("requests", &requests)
  }
}

/// A reference to an object of some kind in the same namespace.
package struct TypedLocalObjectReference: APIStruct {
  package var apiGroup: String?
  package var kind: String = ""
  package var name: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("apiGroup", &apiGroup)
    fields.required("kind", &kind)
    fields.required("name", &name)
  }
}

/// A reference to an object of some kind, possibly in another namespace.
package struct TypedObjectReference: APIStruct {
  package var apiGroup: String?
  package var kind: String = ""
  package var name: String = ""
  package var namespace: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("apiGroup", &apiGroup)
    fields.required("kind", &kind)
    fields.required("name", &name)
    fields.field("namespace", &namespace)
  }
}
