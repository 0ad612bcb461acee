import Provenance

/// The table of events that ends a description.
enum DescribedEvents {
  /// The events about the described object, in the order of the table.
  static func events(in object: DescribedObject) -> [TextEvent] {
    guard let table = object.description["Events"] else { return [] }
    let wrap = LineWrap(of: table.descendants.lazy.map(\.line))
    return table.children.compactMap { node in
      EventRow(text(of: node, by: wrap)).map { event($0, at: node, about: object) }
    }
  }

  /// A row with the lines that go on with its message.
  private static func text(of node: OutlineNode, by wrap: LineWrap) -> ArraySlice<UInt8> {
    let more = node.descendants.map(\.line)
    guard !more.isEmpty else { return node.content }
    return wrap.joined([node.line] + more, margin: .dropped)[...].trimmingBlanks()
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
    (event.fieldPath, event.message) = parted(row.message)
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
