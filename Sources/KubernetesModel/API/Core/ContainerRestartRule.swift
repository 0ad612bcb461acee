/// An exception to a container's restart policy.
package struct ContainerRestartRule: APIStruct {
  package var action: String = ""
  package var exitCodes: ContainerRestartRuleOnExitCodes?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("action", &action)
    fields.field("exitCodes", &exitCodes)
  }
}

/// The exit codes that a restart rule is about.
package struct ContainerRestartRuleOnExitCodes: APIStruct {
  package var `operator`: String = ""
  package var values: [Int32] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("operator", &`operator`)
    fields.field("values", &values)
  }
}
