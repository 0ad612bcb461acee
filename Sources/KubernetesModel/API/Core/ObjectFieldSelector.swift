/// A field of the pod itself.
package struct ObjectFieldSelector: APIStruct {
  package var apiVersion: String = ""
  package var fieldPath: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("apiVersion", &apiVersion)
    fields.required("fieldPath", &fieldPath)
  }
}
