/// A Ceph block device, of a pod.
package struct RBDVolumeSource: APIStruct {
  @Listed package var monitors: [String] = []
  package var image: String = ""
  package var fsType: String = ""
  package var pool: String = ""
  package var user: String = ""
  package var keyring: String = ""
  package var secretRef: LocalObjectReference?
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("monitors", &_monitors)
    fields.required("image", &image)
    fields.field("fsType", &fsType)
    fields.field("pool", &pool)
    fields.field("user", &user)
    fields.field("keyring", &keyring)
    fields.field("secretRef", &secretRef)
    fields.field("readOnly", &readOnly)
  }
}
