import KubernetesModel
import Provenance
import RuleEngine

/// A text of an event or a status that the signatures recognise, with its place in the dump.
struct ClassifiedText: Sendable {
  var text: String
  var signature: Signature
  var captures: [String: String]
  /// The object that holds the text: an Event, or the object whose status speaks.
  var source: ObjectReference
  /// The field of `source` that holds it.
  var field: String
  /// The event's reason, or the waiting reason.
  var reason: String
  var count: Int
  var last: Timestamp?
  /// The container it is about, where it is known.
  var container: String?

  var cause: String { signature.cause }
  var namesCause: Bool {
    signature.cause != Signature.symptom && signature.cause != Signature.context
  }
}

extension TextClassifier {
  /// What an event says, where a signature knows it.
  func classify(_ event: EventNote) -> ClassifiedText? {
    let groups = Self.groups(forEvent: event.reason, event.message)
    return best(for: event.message, in: groups).map { match in
      ClassifiedText(
        text: event.message, signature: match.signature, captures: match.captures,
        source: event.reference, field: "message", reason: event.reason, count: event.count,
        last: event.last, container: event.container)
    }
  }

  /// What a field of `object` says, where a signature of `groups` knows it.
  func classify(
    _ text: String, in groups: [String], reason: String, at field: String,
    of object: ObjectReference, container: String? = nil
  ) -> ClassifiedText? {
    guard !text.isEmpty else { return nil }
    return best(for: text, in: groups).map { match in
      ClassifiedText(
        text: text, signature: match.signature, captures: match.captures, source: object,
        field: field, reason: reason, count: 1, last: nil, container: container)
    }
  }
}
