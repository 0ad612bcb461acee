/// A Photon disk.
package struct PhotonPersistentDiskVolumeSource: APIStruct {
  package var pdID: String = ""
  package var fsType: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("pdID", &pdID)
    fields.field("fsType", &fsType)
  }
}
