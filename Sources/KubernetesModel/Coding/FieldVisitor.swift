/// Walks the fields of an API struct: to decode it, to encode it, or to collect the names of its fields.
package protocol FieldVisitor {
  /// A field that is left out when it is empty, as Go's `omitempty` says.
  mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value)

  /// A field that is written even when it is empty.
  mutating func required<Value: FieldValue>(_ name: StaticString, _ value: inout Value)

  /// A time that is written with microseconds.
  mutating func microTime(_ name: StaticString, _ value: inout Timestamp?)

  /// The `apiVersion` and `kind` of an object inside another one.
  mutating func typeMeta(apiVersion: inout String, kind: inout String)

  /// A name that another version of the API has for a field: read, never written.
  mutating func alias<Value: FieldValue>(_ name: StaticString, _ value: inout Value)

  /// A struct whose fields another version of the API has in place, told by the field `name`.
  mutating func inlineAlias<Value: APIStruct>(where name: StaticString, _ value: inout Value?)
}
