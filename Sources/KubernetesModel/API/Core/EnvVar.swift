/// An environment variable of a container.
package struct EnvVar: APIStruct {
  package var name: String = ""
  package var value: String = ""
  @Boxed package var valueFrom: EnvVarSource?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("value", &value)
    fields.field("valueFrom", &valueFrom)
  }
}

/// Where the value of an environment variable comes from.
package struct EnvVarSource: APIStruct {
  package var fieldRef: ObjectFieldSelector?
  @Boxed package var resourceFieldRef: ResourceFieldSelector?
  package var configMapKeyRef: ConfigMapKeySelector?
  package var secretKeyRef: SecretKeySelector?
  @Boxed package var fileKeyRef: FileKeySelector?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("fieldRef", &fieldRef)
    fields.field("resourceFieldRef", &resourceFieldRef)
    fields.field("configMapKeyRef", &configMapKeyRef)
    fields.field("secretKeyRef", &secretKeyRef)
    fields.field("fileKeyRef", &fileKeyRef)
  }
}

/// A key of a config map.
package struct ConfigMapKeySelector: APIStruct {
  package var name: String = ""
  package var key: String = ""
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.required("key", &key)
    fields.field("optional", &optional)
  }
}

/// A key of a secret.
package struct SecretKeySelector: APIStruct {
  package var name: String = ""
  package var key: String = ""
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.required("key", &key)
    fields.field("optional", &optional)
  }
}

/// A key in an environment file of a volume.
package struct FileKeySelector: APIStruct {
  package var volumeName: String = ""
  package var path: String = ""
  package var key: String = ""
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumeName", &volumeName)
    fields.required("path", &path)
    fields.required("key", &key)
    fields.field("optional", &optional)
  }
}
