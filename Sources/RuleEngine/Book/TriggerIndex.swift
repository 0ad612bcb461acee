/// Finds the rules that can apply to a subject by its kind and triggers.
struct TriggerIndex: Sendable {
  private struct Shelf: Sendable {
    /// Rules that apply to every subject of the kind.
    var always: [Int] = []
    var byTrigger: [String: [Int]] = [:]
  }

  private var shelves: [String: Shelf] = [:]

  init(_ entries: some Sequence<RuleEntry>) {
    for (number, entry) in entries.enumerated() {
      if entry.triggers.isEmpty { shelves[entry.about, default: Shelf()].always.append(number) }
      for trigger in entry.triggers {
        shelves[entry.about, default: Shelf()].byTrigger[trigger, default: []].append(number)
      }
    }
  }

  /// The numbers of the rules, ascending; `family:*` in a rule stands for any trigger of the
  /// family.
  func candidates(for subject: Subject) -> [Int] {
    guard let shelf = shelves[subject.kind] else { return [] }
    guard !shelf.byTrigger.isEmpty, !subject.triggers.isEmpty else { return shelf.always }
    var numbers = Set(shelf.always)
    for trigger in subject.triggers {
      if let rules = shelf.byTrigger[trigger] { numbers.formUnion(rules) }
      if let rules = shelf.byTrigger[Self.family(of: trigger)] { numbers.formUnion(rules) }
    }
    return numbers.sorted()
  }

  private static func family(of trigger: String) -> String {
    trigger.utf8.prefix { $0 != UInt8(ascii: ":") }.withText { $0 + ":*" }
  }
}

extension Substring.UTF8View {
  fileprivate func withText(_ body: (String) -> String) -> String {
    body(String(Substring(self)))
  }
}
