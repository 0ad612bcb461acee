/// A Ceph file system, of a pod.
package struct CephFSVolumeSource: APIStruct {
  @Listed package var monitors: [String] = []
  package var path: String = ""
  package var user: String = ""
  package var secretFile: String = ""
  package var secretRef: LocalObjectReference?
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("monitors", &_monitors)
    fields.field("path", &path)
    fields.field("user", &user)
    fields.field("secretFile", &secretFile)
    fields.field("secretRef", &secretRef)
    fields.field("readOnly", &readOnly)
  }
}
