import KubernetesModel

/// Durations in Go's notation, for the words of its errors.
enum GoDurationSyntax {
  /// What Go says about a text that is no duration; nil when it is one.
  static func objection(to text: String) -> String? {
    let quoted = GoNotation.quoted(text)
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return nil }
    if rest.isEmpty { return "time: invalid duration \(quoted)" }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(number.count)
      guard number.contains(where: \.isDigit), number.count(where: { !$0.isDigit }) <= 1 else {
        return "time: invalid duration \(quoted)"
      }
      let unit = rest.prefix { !$0.isDigit && $0 != UInt8(ascii: ".") }
      rest = rest.dropFirst(unit.count)
      let name = String(Substring(unit))
      if unit.isEmpty { return "time: missing unit in duration \(quoted)" }
      if !units.contains(name) {
        return "time: unknown unit \(GoNotation.quoted(name)) in duration \(quoted)"
      }
    }
    return nil
  }

  private static let units: Set = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"]
}
