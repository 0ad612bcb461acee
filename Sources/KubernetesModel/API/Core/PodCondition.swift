/// One condition of a pod.
package struct PodCondition: APIStruct {
  package var type: String = ""
  package var observedGeneration: Int64 = 0
  package var status: String = ""
  package var lastProbeTime: Timestamp?
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.field("observedGeneration", &observedGeneration)
    fields.required("status", &status)
    fields.field("lastProbeTime", &lastProbeTime)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}
