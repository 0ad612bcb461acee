/// A runtime that a node offers.
package struct NodeRuntimeHandler: APIStruct {
  package var name: String = ""
  package var features: NodeRuntimeHandlerFeatures?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("features", &features)
  }
}

/// What a runtime of a node can do.
package struct NodeRuntimeHandlerFeatures: APIStruct {
  package var recursiveReadOnlyMounts: Bool?
  package var userNamespaces: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("recursiveReadOnlyMounts", &recursiveReadOnlyMounts)
    fields.field("userNamespaces", &userNamespaces)
  }
}
