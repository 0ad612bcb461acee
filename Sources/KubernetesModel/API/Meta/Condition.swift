/// One condition in the common form.
package struct Condition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var observedGeneration: Int64 = 0
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("observedGeneration", &observedGeneration)
    fields.required("lastTransitionTime", &lastTransitionTime)
    fields.required("reason", &reason)
    fields.required("message", &message)
  }
}
