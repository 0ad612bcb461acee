/// The SELinux context of a process.
package struct SELinuxOptions: APIStruct {
  package var user: String = ""
  package var role: String = ""
  package var type: String = ""
  package var level: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("user", &user)
    fields.field("role", &role)
    fields.field("type", &type)
    fields.field("level", &level)
  }
}
