/// A key of an object and the file it becomes.
package struct KeyToPath: APIStruct {
  package var key: String = ""
  package var path: String = ""
  package var mode: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("key", &key)
    fields.required("path", &path)
    fields.field("mode", &mode)
  }
}
