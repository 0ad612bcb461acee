/// Taints that do not repel a pod.
package struct Toleration: APIStruct {
  package var key: String = ""
  package var `operator`: String = ""
  package var value: String = ""
  package var effect: String = ""
  package var tolerationSeconds: Int64?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("key", &key)
    fields.field("operator", &`operator`)
    fields.field("value", &value)
    fields.field("effect", &effect)
    fields.field("tolerationSeconds", &tolerationSeconds)
  }
}
