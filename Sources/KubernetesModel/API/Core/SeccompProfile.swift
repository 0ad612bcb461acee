/// Which system calls a process may make.
package struct SeccompProfile: APIStruct {
  package var type: String = ""
  package var localhostProfile: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.field("localhostProfile", &localhostProfile)
  }
}
