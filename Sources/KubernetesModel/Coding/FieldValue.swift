/// A value that a field of an API struct can have.
package protocol FieldValue: Sendable, Hashable {
  /// The value of a field that is not there.
  static var absent: Self { get }
}
