/// Finds the rules that can apply to a subject by its kind and triggers.
struct TriggerIndex: Sendable {
  private let triggers: PackedTriggers

  /// The index of rules whose triggers were packed.
  init(_ triggers: PackedTriggers) {
    self.triggers = triggers
  }

  /// The numbers of the rules, ascending; `family:*` in a rule stands for any trigger of the
  /// family.
  func candidates(for subject: Subject) -> [Int] {
    var numbers = triggers.rules(about: subject.kind, on: "")
    for trigger in subject.triggers {
      numbers += triggers.rules(about: subject.kind, on: trigger)
      let family = Substring(trigger.utf8.prefix { $0 != UInt8(ascii: ":") })
      numbers += triggers.rules(about: subject.kind, on: "\(family):*")
    }
    numbers.sort()
    return numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { numbers[$0] }
  }
}
