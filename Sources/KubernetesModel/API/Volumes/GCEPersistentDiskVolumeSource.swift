/// A Google Compute Engine disk.
package struct GCEPersistentDiskVolumeSource: APIStruct {
  package var pdName: String = ""
  package var fsType: String = ""
  package var partition: Int32 = 0
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("pdName", &pdName)
    fields.field("fsType", &fsType)
    fields.field("partition", &partition)
    fields.field("readOnly", &readOnly)
  }
}
