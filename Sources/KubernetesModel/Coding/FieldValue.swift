package import YAML

/// A value that a field of an API struct can have.
package protocol FieldValue: Sendable, Hashable {
  /// The value of a field that is not there.
  static var absent: Self { get }

  /// What a document may hold in a field of this type.
  static var shape: FieldShape { get }

  /// Whether Go's `omitempty` leaves the value out.
  var isOmittable: Bool { get }

  /// Whether Go has a nil here, which is not written even where a field is required.
  var isNil: Bool { get }

  /// Takes the value that `node` holds, or reports that it holds none; true when it was taken.
  mutating func read(from node: YAMLNode, with decoder: inout DecodingVisitor) -> Bool

  /// Writes the value as JSON.
  func write(to json: inout EncodingVisitor)
}

extension FieldValue {
  package static var shape: FieldShape { .scalar }

  package var isOmittable: Bool { false }

  package var isNil: Bool { false }
}
