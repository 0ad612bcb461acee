/// A Flocker volume.
package struct FlockerVolumeSource: APIStruct {
  package var datasetName: String = ""
  package var datasetUUID: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("datasetName", &datasetName)
    fields.field("datasetUUID", &datasetUUID)
  }
}
