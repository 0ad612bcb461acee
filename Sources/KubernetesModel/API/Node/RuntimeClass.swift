/// A container runtime that pods can choose.
package struct RuntimeClass: KubernetesObject {
  package static let kind = "RuntimeClass"
  package static let apiVersion = "node.k8s.io/v1"
  package static let isNamespaced = false

  package var metadata = ObjectMeta()
  package var handler: String = ""
  package var overhead: Overhead?
  package var scheduling: RuntimeClassScheduling?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.required("handler", &handler)
    fields.field("overhead", &overhead)
    fields.field("scheduling", &scheduling)
  }
}

/// What a runtime needs on top of the containers.
package struct Overhead: APIStruct {
  package var podFixed = ResourceList()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("podFixed", &podFixed)
  }
}

/// Which nodes offer a runtime.
package struct RuntimeClassScheduling: APIStruct {
  package var nodeSelector: [String: String] = [:]
  package var tolerations: [Toleration] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("nodeSelector", &nodeSelector)
    fields.field("tolerations", &tolerations)
  }
}
