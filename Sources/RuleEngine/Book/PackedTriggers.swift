/// Which rules a trigger sets off, in one text: a line for each kind of subject and trigger, with the numbers of the
/// rules and tabs between.
///
/// Rules that apply to every subject of the kind stand under the empty trigger, those that any trigger of a family sets
/// off under `family:*`.
package struct PackedTriggers: Sendable {
  private let sorted: SortedLines

  /// The lines as they are packed.
  package var lines: String { sorted.text }

  /// Triggers that were packed.
  package init(lines: String) {
    sorted = SortedLines(text: lines)
  }

  /// Packs the triggers of rules, whose numbers are their places.
  init(of entries: [RuleEntry]) {
    var numbers: [String: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      for trigger in entry.triggers.isEmpty ? [""] : entry.triggers {
        numbers[Self.key(entry.about, trigger), default: []].append(number)
      }
    }
    let keys = numbers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let lines = keys.map { key in
      key + (numbers[key] ?? []).map { "\($0)" }.joined(separator: ",") + "\n"
    }
    self.init(lines: lines.joined())
  }

  /// Under what the rules about a kind stand that a trigger sets off.
  private static func key(_ kind: String, _ trigger: String) -> String {
    kind + "\t" + trigger + "\t"
  }

  /// The numbers of the rules about a kind that a trigger sets off.
  func rules(about kind: String, on trigger: String) -> [Int] {
    sorted.rest(ofLineBeginningWith: Self.key(kind, trigger)).map(Self.numbers) ?? []
  }

  /// What every line says.
  var entries: [(kind: String, trigger: String, rules: [Int])] {
    lines.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      return parts.count == 3 ? (parts[0], parts[1], Self.numbers(parts[2])) : nil
    }
  }

  private static func numbers(_ list: String) -> [Int] {
    var numbers = [0]
    for byte in list.utf8 {
      if byte == UInt8(ascii: ",") {
        numbers.append(0)
      } else {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int(byte &- 48)
      }
    }
    return numbers
  }
}
