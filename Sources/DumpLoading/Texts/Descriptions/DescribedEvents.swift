import Provenance

/// The table of events that ends a description.
enum DescribedEvents {
  /// The events about the described object, in the order of the table.
  static func events(in object: DescribedObject) -> [TextEvent] {
    guard let table = object.description["Events"] else { return [] }
    return table.children.compactMap { node in
      EventRow(node.content).map { event($0, at: node, about: object) }
    }
  }

  private static func event(
    _ row: EventRow, at node: OutlineNode, about object: DescribedObject
  ) -> TextEvent {
    var event = TextEvent(about: object.reference, at: node.startMark)
    event.type = row.type
    event.reason = row.reason
    event.take(row.age, present: object.description.present)
    let sender = row.sender.split(separator: ",", maxSplits: 1)
    event.component = sender.first.map(String.init) ?? ""
    event.host = sender.dropFirst().first.map { String($0.drop { $0 == " " }) } ?? ""
    let message = ([row.message] + node.descendants.map(\.text)).joined(separator: "\n")
    (event.fieldPath, event.message) = parted(message)
    return event
  }

  /// kubectl 1.35 and later put the field that an event is about before its message.
  private static func parted(_ message: String) -> (fieldPath: String, message: String) {
    guard message.hasPrefix("spec."), let end = message.firstRange(of: "}: ") else {
      return ("", message)
    }
    let path = message[..<message.index(after: end.lowerBound)]
    guard path.contains("ontainers{"), !path.contains(" ") else { return ("", message) }
    return (String(path), String(message[end.upperBound...]))
  }
}
