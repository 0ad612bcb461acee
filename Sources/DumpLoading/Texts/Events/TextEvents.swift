import KubernetesModel
import YAML

/// The events that texts show, each once although several texts show it.
///
/// Two events of one text are never the same, however alike they look: a description and a table of events do not
/// show which container an event is about.
struct TextEvents {
  /// What an event says about which object.
  fileprivate struct Key: Hashable {
    var kind: String
    var namespace: String
    var name: String
    var reason: String
    var message: String
  }

  private struct Item {
    var document: Document
    /// The last text that shows it.
    var text: Int
  }

  /// The items of one key.
  fileprivate struct Likes {
    var indices: [Int] = []
    /// The text that was asked about last.
    var text = 0
    /// Those before are of that text already, and those behind were added by it.
    var open: Range<Int> = 0..<0
  }

  private var items: [Item] = []
  private var likes: [Key: Likes] = [:]
  private var text = 0

  /// Says that the events that follow stand in another text.
  mutating func beginText() { text += 1 }

  /// Adds an event, unless another text shows it already; of the two the one that says more stays.
  mutating func add(_ document: Document) {
    let key = Key(document.root)
    var like = likes.removeValue(forKey: key) ?? Likes()
    defer { likes[key] = like }
    if let index = like.take(in: text, where: { isSame(items[$0], document) }) {
      items[index].text = text
      if document.nodeCount > items[index].document.nodeCount { items[index].document = document }
    } else {
      like.indices.append(items.count)
      items.append(Item(document: document, text: text))
    }
  }

  private func isSame(_ item: Item, _ document: Document) -> Bool {
    let (mine, other) = (item.document.fieldPath, document.fieldPath)
    return item.text != text && (mine.isEmpty || other.isEmpty || mine == other)
  }

  /// The events that none of `known` says too.
  func documents(beside known: some Sequence<Event>) -> [Document] {
    var said = Set(known.map(Key.init))
    said.formUnion(known.compactMap(Key.init(cut:)))
    return items.map(\.document).filter { !said.contains(Key($0.root)) }
  }
}

extension TextEvents.Likes {
  /// The first item that is the same; events repeat by the thousand, so what is taken is not looked at again.
  fileprivate mutating func take(in text: Int, where isSame: (Int) -> Bool) -> Int? {
    if self.text != text { (self.text, open) = (text, indices.indices) }
    guard let place = open.first(where: { isSame(indices[$0]) }) else { return nil }
    if place == open.lowerBound { open = (place + 1)..<open.upperBound }
    return indices[place]
  }
}

extension TextEvents.Key {
  fileprivate init(_ event: YAMLNode) {
    let object = event["involvedObject"]
    self.init(
      kind: object?["kind"]?.string ?? "", namespace: object?["namespace"]?.string ?? "",
      name: object?["name"]?.string ?? "", reason: event["reason"]?.string ?? "",
      message: Self.plain(event["message"]?.string ?? ""))
  }

  fileprivate init(_ event: Event) {
    let object = event.involvedObject
    self.init(
      kind: object.kind, namespace: object.namespace, name: object.name, reason: event.reason,
      message: Self.plain(event.message))
  }

  /// What a table shows of an event whose message has several lines: kubectl cuts cells at the first line break.
  fileprivate init?(cut event: Event) {
    let lines = event.message.split(separator: "\n")
    guard lines.count > 1 else { return nil }
    self.init(event)
    message = Self.plain(String(lines[0])) + "..."
  }

  /// A message by its words only: texts lose line breaks and blanks.
  private static func plain(_ message: String) -> String {
    message.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}

extension Document {
  fileprivate var fieldPath: String { root["involvedObject"]?["fieldPath"]?.string ?? "" }
}
