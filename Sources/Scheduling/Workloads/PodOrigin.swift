package import Provenance

/// The object that an imagined pod or claim would be made from.
package struct PodOrigin: Hashable, Sendable {
  package var object: ObjectReference
  /// The path to the template, such as `spec.template.`; empty for the object itself.
  package var prefix: String

  package init(_ object: ObjectReference, prefix: String) {
    self.object = object
    self.prefix = prefix
  }

  /// The field of the origin that a field of the made object comes from.
  package func field(_ field: String) -> FieldReference {
    FieldReference(object, field.hasPrefix("status") ? "" : prefix + field)
  }
}
