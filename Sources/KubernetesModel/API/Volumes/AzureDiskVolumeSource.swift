/// An Azure disk.
package struct AzureDiskVolumeSource: APIStruct {
  package var diskName: String = ""
  package var diskURI: String = ""
  package var cachingMode: String?
  package var fsType: String?
  package var readOnly: Bool?
  package var kind: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("diskName", &diskName)
    fields.required("diskURI", &diskURI)
    fields.field("cachingMode", &cachingMode)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("kind", &kind)
  }
}
