import Provenance
import YAML

/// Where to find objects by what else than their name they are asked for.
struct SnapshotIndex: Sendable {
  /// The document and the place of an object.
  struct Source: Sendable {
    var node: YAMLNode?
    var place: Place?
    var origin: LoadedObject.Origin
  }

  var sources: [ObjectReference: Source] = [:]
  /// Indices into `pods`.
  var podsByNode: [String: [Int]] = [:]
  /// Dependents by the uid of their owner.
  var dependentsByUID: [String: [ObjectReference]] = [:]
  /// Dependents by kind and name of their owner, with the dependent's namespace.
  var dependentsByName: [ObjectReference: [Dependent]] = [:]
  /// Indices into `events`, oldest first.
  var eventsByUID: [String: [Int]] = [:]
  /// Indices into `events`, oldest first.
  var eventsByReference: [ObjectReference: [Int]] = [:]

  /// A dependent, and the uid that it knows its owner by.
  struct Dependent: Sendable {
    var reference: ObjectReference
    var ownerUID: String
  }
}
