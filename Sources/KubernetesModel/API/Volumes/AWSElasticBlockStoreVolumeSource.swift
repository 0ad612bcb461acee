/// An AWS EBS disk.
package struct AWSElasticBlockStoreVolumeSource: APIStruct {
  package var volumeID: String = ""
  package var fsType: String = ""
  package var partition: Int32 = 0
  package var readOnly: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("volumeID", &volumeID)
    fields.field("fsType", &fsType)
    fields.field("partition", &partition)
    fields.field("readOnly", &readOnly)
  }
}
