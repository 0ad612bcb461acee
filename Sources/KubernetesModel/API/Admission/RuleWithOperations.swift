/// Operations and resources that a webhook is asked about.
package struct RuleWithOperations: APIStruct {
  package var operations: [String] = []
  package var apiGroups: [String] = []
  package var apiVersions: [String] = []
  package var resources: [String] = []
  package var scope: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("operations", &operations)
    fields.field("apiGroups", &apiGroups)
    fields.field("apiVersions", &apiVersions)
    fields.field("resources", &resources)
    fields.field("scope", &scope)
  }
}
