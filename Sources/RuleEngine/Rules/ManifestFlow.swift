import CEL

/// Writes lists and mappings on one line, in the way that both YAML and JSON have.
enum ManifestFlow {
  /// The most elements of a list or mapping, and the deepest nesting, that are written.
  private static let (mostElements, deepest) = (256, 12)

  static func text(of value: Value) -> String { text(of: value, depth: 0) }

  private static func text(of value: Value, depth: Int) -> String {
    guard depth < deepest else { return "null" }
    switch value {
    case .null: return "null"
    case .string(let text): return TextStyle.quoted(text)
    case .object(let object): return TextStyle.quoted(object.text)
    case .list(let list):
      let texts = (0..<min(list.count, mostElements)).map {
        text(of: list.element(at: $0), depth: depth + 1)
      }
      return "[" + texts.joined(separator: ", ") + "]"
    case .map(let map): return text(of: map, depth: depth)
    default: return ValueText.text(of: value)
    }
  }

  private static func text(of map: any MapObject, depth: Int) -> String {
    var texts: [String] = []
    for case .string(let key) in map.keys.prefix(mostElements) {
      let value = map.member(key).map { text(of: $0, depth: depth + 1) } ?? "null"
      texts.append("\(TextStyle.quoted(key)): \(value)")
    }
    return "{" + texts.joined(separator: ", ") + "}"
  }
}
