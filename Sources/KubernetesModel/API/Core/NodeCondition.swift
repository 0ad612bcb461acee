/// One condition of a node.
package struct NodeCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastHeartbeatTime: Timestamp?
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastHeartbeatTime", &lastHeartbeatTime)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}
