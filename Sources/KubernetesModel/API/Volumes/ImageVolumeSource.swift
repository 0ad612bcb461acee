/// The content of an image.
package struct ImageVolumeSource: APIStruct {
  package var reference: String = ""
  package var pullPolicy: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("reference", &reference)
    fields.field("pullPolicy", &pullPolicy)
  }
}
