/// A Fibre Channel disk.
package struct FCVolumeSource: APIStruct {
  package var targetWWNs: [String] = []
  package var lun: Int32?
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var wwids: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("targetWWNs", &targetWWNs)
    fields.field("lun", &lun)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("wwids", &wwids)
  }
}
