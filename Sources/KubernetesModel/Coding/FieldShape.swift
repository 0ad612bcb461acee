/// What a document may hold in a place, as far as the names of fields go.
package indirect enum FieldShape: Sendable, Hashable {
  /// A value without fields.
  case scalar
  /// Anything; its fields have no fixed names.
  case any
  /// Anything, of which nothing is kept.
  case ignored
  /// An object whose keys are free and whose values are not kept.
  case keys
  case list(FieldShape)
  /// An object whose keys are free.
  case map(FieldShape)
  /// An object with these fields.
  case structure([String: FieldShape])
}

/// Collects the names of a struct's fields and what they may hold.
struct ShapeVisitor: FieldVisitor {
  private(set) var fields: [String: FieldShape] = [:]

  mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    fields[name.description] = Value.shape
  }

  mutating func required<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {
    fields[name.description] = Value.shape
  }

  mutating func microTime(_ name: StaticString, _ value: inout Timestamp?) {
    fields[name.description] = .scalar
  }

  mutating func typeMeta(apiVersion: inout String, kind: inout String) {
    fields["apiVersion"] = .scalar
    fields["kind"] = .scalar
  }

  mutating func alias<Value: FieldValue>(_ name: StaticString, _ value: inout Value) {}

  mutating func inlineAlias<Value: APIStruct>(where name: StaticString, _ value: inout Value?) {}
}
