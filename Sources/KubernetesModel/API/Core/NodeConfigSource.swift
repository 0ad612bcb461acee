/// Where a node's kubelet configuration comes from.
package struct NodeConfigSource: APIStruct {
  @Boxed package var configMap: ConfigMapNodeConfigSource?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("configMap", &configMap)
  }
}

/// The config map that holds a kubelet configuration.
package struct ConfigMapNodeConfigSource: APIStruct {
  package var namespace: String = ""
  package var name: String = ""
  package var uid: String = ""
  package var resourceVersion: String = ""
  package var kubeletConfigKey: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("namespace", &namespace)
    fields.required("name", &name)
    fields.field("uid", &uid)
    fields.field("resourceVersion", &resourceVersion)
    fields.required("kubeletConfigKey", &kubeletConfigKey)
  }
}
