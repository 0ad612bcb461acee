package import Provenance

/// An object that suffers from a cause, and, where one container of it does, which.
package struct AffectedObject: Hashable, Sendable, Comparable {
  package var object: ObjectReference
  package var container: String?
  /// The topmost owner that the dump holds, by which people know the object; nil when nothing owns it.
  package var owner: ObjectReference?

  package init(
    _ object: ObjectReference, container: String? = nil, owner: ObjectReference? = nil
  ) {
    self.object = object
    self.container = container
    self.owner = owner
  }

  package static func < (one: AffectedObject, other: AffectedObject) -> Bool {
    (one.object, one.container ?? "") < (other.object, other.container ?? "")
  }
}
