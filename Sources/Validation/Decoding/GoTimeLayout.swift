import KubernetesModel

/// Reads RFC 3339 as Go's layouts do, for the words of its errors.
enum GoTimeLayout {
  /// What Go says about a text that is no moment; nil when it is one.
  static func objection(to text: String) -> String? {
    guard Timestamp(text) == nil else { return nil }
    var rest = text[...].utf8
    for (element, width) in elements {
      let start = rest
      guard take(width, of: element, from: &rest) else {
        let (value, rest) = (GoNotation.quoted(text), GoNotation.quoted(String(Substring(start))))
        return "parsing time \(value) as \"\(layout)\": cannot parse \(rest) as \"\(element)\""
      }
    }
    return "parsing time \(GoNotation.quoted(text)): extra text: "
      + GoNotation.quoted(String(Substring(rest)))
  }

  private static let layout = "2006-01-02T15:04:05Z07:00"

  /// The elements of the layout; those with a width are numbers.
  private static let elements: [(element: String, width: Int)] = [
    ("2006", 4), ("-", 0), ("01", 2), ("-", 0), ("02", 2), ("T", 0), ("15", 2), (":", 0),
    ("04", 2), (":", 0), ("05", 2), ("Z07:00", 0),
  ]

  private static func take(
    _ width: Int, of element: String, from rest: inout Substring.UTF8View
  ) -> Bool {
    if element == "Z07:00" {
      guard rest.first != UInt8(ascii: "Z") else {
        rest.removeFirst()
        return true
      }
      return false
    }
    let head = rest.prefix(max(width, 1))
    let matches = width == 0 ? head.elementsEqual(element.utf8) : head.allSatisfy(\.isDigit)
    guard matches, head.count == max(width, 1) else { return false }
    rest.removeFirst(head.count)
    return true
  }
}
