/// A ScaleIO volume, of a pod.
package struct ScaleIOVolumeSource: APIStruct {
  package var gateway: String = ""
  package var system: String = ""
  package var secretRef: LocalObjectReference?
  package var sslEnabled: Bool = false
  package var protectionDomain: String = ""
  package var storagePool: String = ""
  package var storageMode: String = ""
  package var volumeName: String = ""
  package var fsType: String = ""
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("gateway", &gateway)
    fields.required("system", &system)
    fields.required("secretRef", &secretRef)
    fields.field("sslEnabled", &sslEnabled)
    fields.field("protectionDomain", &protectionDomain)
    fields.field("storagePool", &storagePool)
    fields.field("storageMode", &storageMode)
    fields.field("volumeName", &volumeName)
    fields.field("fsType", &fsType)
    fields.field("readOnly", &readOnly)
  }
}
