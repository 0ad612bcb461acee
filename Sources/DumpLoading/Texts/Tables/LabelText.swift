/// Labels and selectors as kubectl prints them: `app=web,tier=back`.
enum LabelText {
  /// The labels, sorted by key; a part that is no `key=value` does not count.
  static func pairs(_ text: String) -> [(key: String, value: String)] {
    var labels: [String: String] = [:]
    for part in text.split(separator: ",") {
      guard let equal = part.firstIndex(of: "="), equal > part.startIndex else { continue }
      labels[String(part[..<equal])] = String(part[part.index(after: equal)...])
    }
    return labels.sorted { $0.key < $1.key }
  }

  /// The labels that a selector asks for; nil when it asks for more than equal values.
  static func selector(_ text: String) -> [(key: String, value: String)]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let arePlain = parts.allSatisfy { part in
      part.utf8.count { $0 == UInt8(ascii: "=") } == 1
        && !part.utf8.contains { " ()!".utf8.contains($0) }
    }
    return arePlain ? pairs(text) : nil
  }
}
