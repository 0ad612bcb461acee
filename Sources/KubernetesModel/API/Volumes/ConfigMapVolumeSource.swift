/// Keys of a config map as files.
package struct ConfigMapVolumeSource: APIStruct {
  package var name: String = ""
  package var items: [KeyToPath] = []
  package var defaultMode: Int32?
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("items", &items)
    fields.field("defaultMode", &defaultMode)
    fields.field("optional", &optional)
  }
}
