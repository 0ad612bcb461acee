/// Where a container sees a block volume.
package struct VolumeDevice: APIStruct {
  package var name: String = ""
  package var devicePath: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("devicePath", &devicePath)
  }
}
