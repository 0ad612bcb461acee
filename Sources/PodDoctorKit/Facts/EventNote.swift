import KubernetesModel
import Provenance

/// An event as a diagnosis reads it: one reason and text, how often and when last.
struct EventNote: Sendable {
  /// What client-go puts before the text of an event that stands for several; see
  /// client-go/tools/record/events_cache.go.
  private static let combinedPrefix = "(combined from similar events): "

  var reference: ObjectReference
  var reason: String
  var message: String
  var isWarning: Bool
  var count: Int
  var first: Timestamp?
  var last: Timestamp?
  /// The container that `involvedObject.fieldPath` names.
  var container: String?

  init(_ event: Event) {
    reference = ObjectReference(
      kind: "Event", namespace: event.metadata.namespace, name: event.metadata.name)
    reason = event.reason
    message =
      event.message.hasPrefix(Self.combinedPrefix)
      ? String(event.message.dropFirst(Self.combinedPrefix.count)) : event.message
    isWarning = event.type == "Warning"
    count = max(1, Int(event.series?.count ?? 0), Int(event.count))
    let began = event.firstTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp
    let ended = event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime
    first = began ?? ended
    last = ended ?? began
    container = Self.container(in: event.involvedObject.fieldPath)
  }

  /// `spec.containers{web}` names the container `web`.
  private static func container(in fieldPath: String) -> String? {
    let octets = fieldPath.utf8
    guard let open = octets.firstIndex(of: UInt8(ascii: "{")), octets.last == UInt8(ascii: "}")
    else { return nil }
    return String(Substring(octets[octets.index(after: open)...].dropLast()))
  }
}
