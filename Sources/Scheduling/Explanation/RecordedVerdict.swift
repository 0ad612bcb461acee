package import KubernetesModel

/// What the dump says the scheduler said about a pod, held against the simulation.
package struct RecordedVerdict: Hashable, Sendable {
  /// The event, or the pod whose PodScheduled condition speaks.
  package var source: FieldReference
  package var message: String
  package var time: Timestamp?
  package var agreement: Agreement
  /// Why the two can differ; empty when they agree.
  package var explanations: [String]

  /// How the record and the simulation compare.
  package enum Agreement: String, Sendable {
    /// Word for word.
    case same
    /// The same nodes for the same reasons, in another release's words.
    case sameInOtherWords = "same-in-other-words"
    case different
  }
}
