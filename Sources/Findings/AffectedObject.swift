package import Provenance

/// An object that suffers from a cause, and, where one container of it does, which.
package struct AffectedObject: Hashable, Sendable, Comparable {
  package var object: ObjectReference
  package var container: String?

  package init(_ object: ObjectReference, container: String? = nil) {
    self.object = object
    self.container = container
  }

  package static func < (one: AffectedObject, other: AffectedObject) -> Bool {
    (one.object, one.container ?? "") < (other.object, other.container ?? "")
  }
}
