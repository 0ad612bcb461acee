/// A reference to the object that is scaled or measured.
package struct CrossVersionObjectReference: APIStruct {
  package var kind: String = ""
  package var name: String = ""
  package var apiVersion: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("kind", &kind)
    fields.required("name", &name)
    fields.field("apiVersion", &apiVersion)
  }
}
