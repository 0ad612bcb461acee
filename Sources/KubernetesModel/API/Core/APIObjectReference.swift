/// A reference to an object, or to a field inside it.
package struct APIObjectReference: APIStruct {
  package var kind: String = ""
  package var namespace: String = ""
  package var name: String = ""
  package var uid: String = ""
  package var apiVersion: String = ""
  package var resourceVersion: String = ""
  package var fieldPath: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("kind", &kind)
    fields.field("namespace", &namespace)
    fields.field("name", &name)
    fields.field("uid", &uid)
    fields.field("apiVersion", &apiVersion)
    fields.field("resourceVersion", &resourceVersion)
    fields.field("fieldPath", &fieldPath)
  }
}
