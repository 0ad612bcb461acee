/// An OpenStack Cinder disk, of a pod.
package struct CinderVolumeSource: APIStruct {
  package var volumeID: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var secretRef: LocalObjectReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumeID", &volumeID)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("secretRef", &secretRef)
  }
}
