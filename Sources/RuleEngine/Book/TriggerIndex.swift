import Synchronization

/// Finds the rules that can apply to a subject by its kind and triggers.
///
/// The packed triggers are looked up as they are; where many subjects ask, tables are made of them.
final class TriggerIndex: Sendable {
  private let triggers: PackedTriggers
  private let tables: Lazy<[String: [Int]]>
  private let asked = Atomic<Int>(0)

  /// After how many subjects making the tables has paid.
  private static let few = 64

  /// The index of rules whose triggers were packed.
  init(_ triggers: PackedTriggers) {
    self.triggers = triggers
    tables = Lazy { triggers.table }
  }

  /// The numbers of the rules, ascending; `family:*` in a rule stands for any trigger of the
  /// family.
  func candidates(for subject: Subject) -> [Int] {
    let count = asked.wrappingAdd(1, ordering: .relaxed).newValue
    let table = count > Self.few ? tables.value : nil
    func rules(on trigger: String) -> [Int] {
      let key = PackedTriggers.key(subject.kind, trigger)
      return table.map { $0[key] ?? [] } ?? triggers.rules(under: key)
    }
    var numbers = rules(on: "")
    for trigger in subject.triggers {
      numbers += rules(on: trigger)
      let family = Substring(trigger.utf8.prefix { $0 != UInt8(ascii: ":") })
      numbers += rules(on: "\(family):*")
    }
    numbers.sort()
    return Self.distinct(numbers)
  }

  private static func distinct(_ sorted: [Int]) -> [Int] {
    var distinct: [Int] = []
    distinct.reserveCapacity(sorted.count)
    for number in sorted where number != distinct.last { distinct.append(number) }
    return distinct
  }
}
