/// An object that this one belongs to and is deleted with.
package struct OwnerReference: APIStruct {
  package var apiVersion: String = ""
  package var kind: String = ""
  package var name: String = ""
  package var uid: String = ""
  package var controller: Bool?
  package var blockOwnerDeletion: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("apiVersion", &apiVersion)
    fields.required("kind", &kind)
    fields.required("name", &name)
    fields.required("uid", &uid)
    fields.field("controller", &controller)
    fields.field("blockOwnerDeletion", &blockOwnerDeletion)
  }
}
