/// A vSphere disk.
package struct VsphereVirtualDiskVolumeSource: APIStruct {
  package var volumePath: String = ""
  package var fsType: String = ""
  package var storagePolicyName: String = ""
  package var storagePolicyID: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumePath", &volumePath)
    fields.field("fsType", &fsType)
    fields.field("storagePolicyName", &storagePolicyName)
    fields.field("storagePolicyID", &storagePolicyID)
  }
}
