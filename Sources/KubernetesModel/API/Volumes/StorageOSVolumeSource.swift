/// A StorageOS volume, of a pod.
package struct StorageOSVolumeSource: APIStruct {
  package var volumeName: String = ""
  package var volumeNamespace: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false
  package var secretRef: LocalObjectReference?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("volumeName", &volumeName)
    fields.field("volumeNamespace", &volumeNamespace)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
    fields.field("secretRef", &secretRef)
  }
}
