import KubernetesModel
import YAML

extension DocumentBuilder {
  /// Adds the text of a field, unless the description shows none.
  mutating func text(_ name: String, _ node: OutlineNode?) {
    guard let node, let text = node.given else { return }
    mark = node.mark
    field(name, text)
  }

  /// Adds a text that stands at `node`, unless it is empty.
  mutating func text(_ name: String, _ text: some StringProtocol, at node: OutlineNode) {
    guard !text.isEmpty else { return }
    mark = node.mark
    field(name, String(text))
  }

  /// Adds the number at the start of a field's text, such as that of `30s`.
  mutating func number(_ name: String, _ node: OutlineNode?) {
    guard let node, let number = node.value.leadingNumber else { return }
    mark = node.mark
    field(name, number)
  }

  /// Adds the time of a field.
  mutating func time(_ name: String, _ node: OutlineNode?) {
    guard let node, let time = Timestamp(described: node.value) else { return }
    mark = node.mark
    field(name, time.description)
  }

  /// Adds whether a field says so; nothing where it says neither.
  mutating func flag(_ name: String, _ node: OutlineNode?) {
    guard let node, let flag = node.value.flag else { return }
    mark = node.mark
    field(name, flag)
  }

  /// Adds a mapping of the `key=value` pairs of a list, one a line or with commas between them.
  mutating func pairs(_ name: String, _ node: OutlineNode?) {
    guard let node else { return }
    let pairs = node.lines.flatMap { line in
      String(decoding: line.item(of: node), as: UTF8.self).split(separator: ",").compactMap {
        $0.parted(at: "=").map { (line, $0) }
      }
    }
    guard !pairs.isEmpty else { return }
    mapping(name) { mapping in
      for (line, pair) in pairs {
        mapping.mark = line.startMark
        mapping.field(pair.0, pair.1)
      }
    }
  }

  /// Adds a mapping of the lines below a field: `cpu:  100m`.
  mutating func entries(_ name: String, _ node: OutlineNode?) {
    guard let node, node.children.contains(where: { !$0.label.isEmpty }) else { return }
    mapping(name) { mapping in
      for line in node.children where !line.label.isEmpty { mapping.text(line.label, line) }
    }
  }

  /// Adds a sequence of the texts in brackets or with commas between them.
  mutating func list(_ name: String, _ items: [String], at node: OutlineNode?) {
    guard let node, !items.isEmpty else { return }
    mark = node.mark
    field(name, sequence: { sequence in for item in items { sequence.string(item) } })
  }
}

extension StringProtocol {
  /// The number that the text begins with.
  var leadingNumber: Int64? {
    let digits = utf8.prefix { $0.isDigit || $0 == UInt8(ascii: "-") }
    return Int64(String(decoding: digits, as: UTF8.self))
  }

  /// What `True`, `Yes` and `false` say.
  var flag: Bool? {
    switch lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  /// What stands before and behind the first `separator`, without blanks; nil when there is none.
  func parted(at separator: String) -> (String, String)? {
    guard let range = firstRange(of: separator) else { return nil }
    return (self[..<range.lowerBound].trimmed, self[range.upperBound...].trimmed)
  }

  var trimmed: String {
    String(decoding: Array(utf8)[...].trimmingBlanks(), as: UTF8.self)
  }

  /// What stands between the first `open` and the last `close` behind it.
  func between(_ open: String, _ close: String) -> String? {
    guard let start = firstRange(of: open)?.upperBound,
      let end = self[start...].ranges(of: close).last?.lowerBound
    else { return nil }
    return String(self[start..<end])
  }
}
