import Basics
import CEL

/// Functions that turn values into words, for the sentences of rules.
enum WordFunctions {
  static let library = Library(functions: [
    Function("span", [Overload(.global, [.dyn], .string, .unary { span($0) })]),
    Function("counted", [Overload(.global, counted)]),
    Function("listed", [Overload(.global, listed)]),
    Function("nearest", [Overload(.global, nearest)]),
    Function("sized", [Overload(.global, [.dyn], .string, .unary { sizeText($0) })]),
  ])

  /// A length of time, given in seconds or as a duration, in its two largest units: `2 h 5 min`.
  private static func span(_ value: Value) -> Value? {
    seconds(value).map { .string(span(seconds: $0)) }
  }

  private static func seconds(_ value: Value) -> Double? {
    switch value {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .double(let value): value
    case .duration(let value): Double(value.nanoseconds) / 1e9
    default: nil
    }
  }

  static func span(seconds: Double) -> String {
    guard seconds.isFinite, seconds.magnitude < 1e15 else { return "ever" }
    let whole = Int64(seconds.magnitude)
    let units: [(name: String, length: Int64)] = [
      ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1),
    ]
    guard let first = units.firstIndex(where: { whole >= $0.length }) else { return "0 s" }
    let rest = whole % units[first].length
    var text = "\(whole / units[first].length) \(units[first].name)"
    if first + 1 < units.count, rest / units[first + 1].length > 0 {
      text += " \(rest / units[first + 1].length) \(units[first + 1].name)"
    }
    return text
  }

  /// A number before its noun: `counted(1, "pod")` is `1 pod`, `counted(2, "pod")` is `2 pods`.
  private static let counted: @Sendable (Int64, String) -> String = { count, noun in
    count == 1 ? "1 \(noun)" : "\(count) \(plural(of: noun))"
  }

  private static func plural(of noun: String) -> String {
    let endings = ["s", "x", "ch", "sh"]
    if endings.contains(where: noun.hasSuffix) { return noun + "es" }
    guard noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) else {
      return noun + "s"
    }
    return noun.dropLast() + "ies"
  }

  /// The elements in words: `a, b and c`.
  private static let listed: @Sendable ([Value]) -> String = { values in
    let shown = values.prefix(8).map { ValueText.text(of: $0) }
    guard values.count <= 8 else {
      return shown.joined(separator: ", ") + " and \(values.count - 8) more"
    }
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "none" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The element that a word was probably meant to be, the letters' case left aside; empty when none is near.
  private static let nearest: @Sendable (String, [Value]) -> String = { word, values in
    var names: [String] = []
    for case .string(let name) in values.prefix(1000) { names.append(name) }
    if let same = names.sorted().first(where: { $0.lowercased() == word.lowercased() }) {
      return same
    }
    return Spelling.nearest(to: word, among: names, within: max(1, word.utf8.count / 5)) ?? ""
  }

  /// A number of bytes in the largest binary unit that leaves at least one: `1.5 GiB`.
  private static func sizeText(_ value: Value) -> Value? {
    guard var size = seconds(value), size.isFinite else { return nil }
    var unit = "bytes"
    for larger in ["KiB", "MiB", "GiB", "TiB", "PiB"] where size.magnitude >= 1024 {
      size /= 1024
      unit = larger
    }
    let rounded = (size * 10).rounded() / 10
    return .string("\(ValueText.text(of: .double(rounded))) \(unit)")
  }
}
