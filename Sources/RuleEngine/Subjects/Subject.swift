package import Provenance

/// What rules are asked about: one object, or one container of it, with the facts about it.
package struct Subject: Sendable {
  /// What `about` in a rule names, such as `Pod` or `Container`; just a name to the engine.
  package var kind: String
  /// The object that suffers.
  package var reference: ObjectReference
  package var container: String?
  /// What rules can trigger on, each `family:value`, such as `waiting:ImagePullBackOff`.
  package var triggers: [String]
  /// The document that evidence without `of` points into; nil when the dump does not hold the
  /// object.
  package var origin: Origin?
  /// The variables of conditions, by name, computed when first read.
  package var variables: FactObject

  package init(
    kind: String, reference: ObjectReference, container: String? = nil, triggers: [String] = [],
    origin: Origin? = nil, variables: FactObject
  ) {
    self.kind = kind
    self.reference = reference
    self.container = container
    self.triggers = triggers
    self.origin = origin
    self.variables = variables
  }
}
