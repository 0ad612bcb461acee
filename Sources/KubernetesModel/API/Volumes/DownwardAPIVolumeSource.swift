/// Fields of the pod as files.
package struct DownwardAPIVolumeSource: APIStruct {
  package var items: [DownwardAPIVolumeFile] = []
  package var defaultMode: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("items", &items)
    fields.field("defaultMode", &defaultMode)
  }
}
