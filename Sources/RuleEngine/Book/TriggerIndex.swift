/// Finds the rules that can apply to a subject by its kind and triggers.
struct TriggerIndex: Sendable {
  private struct Shelf: Sendable {
    /// Rules that apply to every subject of the kind.
    var always: [Int] = []
    var byTrigger: [String: [Int]] = [:]
    /// Those that any trigger of a family sets off, by the family's name.
    var byFamily: [String: [Int]] = [:]

    mutating func add(_ number: Int, for trigger: String) {
      if trigger.hasSuffix(":*") {
        byFamily[String(trigger.dropLast(2)), default: []].append(number)
      } else {
        byTrigger[trigger, default: []].append(number)
      }
    }
  }

  private var shelves: [String: Shelf] = [:]

  init(_ entries: some Sequence<RuleEntry>) {
    for (number, entry) in entries.enumerated() {
      if entry.triggers.isEmpty { shelves[entry.about, default: Shelf()].always.append(number) }
      for trigger in entry.triggers {
        shelves[entry.about, default: Shelf()].add(number, for: trigger)
      }
    }
  }

  /// The numbers of the rules, ascending; `family:*` in a rule stands for any trigger of the
  /// family.
  func candidates(for subject: Subject) -> [Int] {
    guard let shelf = shelves[subject.kind] else { return [] }
    var numbers = shelf.always
    for trigger in subject.triggers {
      if let rules = shelf.byTrigger[trigger] { numbers += rules }
      if !shelf.byFamily.isEmpty, let rules = shelf.byFamily[Self.family(of: trigger)] {
        numbers += rules
      }
    }
    numbers.sort()
    return numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { numbers[$0] }
  }

  private static func family(of trigger: String) -> String {
    String(Substring(trigger.utf8.prefix { $0 != UInt8(ascii: ":") }))
  }
}
