import Synchronization

/// Finds the rules that can apply to a subject by its kind and triggers.
///
/// The packed triggers are looked up as they are; where many subjects ask, a table is made of them.
final class TriggerIndex: Sendable {
  private let triggers: PackedTriggers
  private let table: Lazy<TriggerTable>
  private let asked = Atomic<Int>(0)

  /// After how many subjects making the table has paid.
  private static let few = 64

  /// The index of rules whose triggers were packed.
  init(_ triggers: PackedTriggers) {
    self.triggers = triggers
    table = Lazy { TriggerTable(triggers) }
  }

  /// The numbers of the rules, ascending; `family:*` in a rule stands for any trigger of the
  /// family.
  func candidates(for subject: Subject) -> [Int] {
    let count = asked.wrappingAdd(1, ordering: .relaxed).newValue
    return count > Self.few
      ? table.value.rules(about: subject.kind, on: subject.triggers)
      : Self.distinct(packedRules(about: subject.kind, on: subject.triggers).sorted())
  }

  /// What a trigger such as `waiting:ImagePullBackOff` has before its colon.
  static func family(of trigger: String) -> String {
    String(Substring(trigger.utf8.prefix { $0 != UInt8(ascii: ":") }))
  }

  private func packedRules(about kind: String, on subjectTriggers: [String]) -> [Int] {
    var numbers = triggers.rules(about: kind, on: "")
    for trigger in subjectTriggers {
      numbers += triggers.rules(about: kind, on: trigger)
      numbers += triggers.rules(about: kind, on: "\(Self.family(of: trigger)):*")
    }
    return numbers
  }

  private static func distinct(_ sorted: [Int]) -> [Int] {
    var distinct: [Int] = []
    distinct.reserveCapacity(sorted.count)
    for number in sorted where number != distinct.last { distinct.append(number) }
    return distinct
  }
}
