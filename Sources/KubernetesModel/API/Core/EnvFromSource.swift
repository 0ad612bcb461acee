/// Environment variables from all keys of an object.
package struct EnvFromSource: APIStruct {
  package var prefix: String = ""
  package var configMapRef: ConfigMapEnvSource?
  package var secretRef: SecretEnvSource?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("prefix", &prefix)
    fields.field("configMapRef", &configMapRef)
    fields.field("secretRef", &secretRef)
  }
}

/// The config map whose keys become environment variables.
package struct ConfigMapEnvSource: APIStruct {
  package var name: String = ""
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("optional", &optional)
  }
}

/// The secret whose keys become environment variables.
package struct SecretEnvSource: APIStruct {
  package var name: String = ""
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("optional", &optional)
  }
}
