/// The rules about each kind of subject by what triggers them, made for many lookups.
struct TriggerTable: Sendable {
  /// The numbers of the rules about one kind.
  private struct Kind: Sendable {
    /// Those that apply to every subject of the kind.
    var always: [Int] = []
    var byTrigger: [String: [Int]] = [:]
    /// Those that any trigger of a family, of which there are few, sets off, by what the family's triggers begin with.
    var byFamily: [(beginning: String, rules: [Int])] = []
  }

  private var kinds: [String: Kind] = [:]

  init(_ triggers: PackedTriggers) {
    for (kind, trigger, rules) in triggers.entries {
      let rules = rules.sorted()
      if trigger.isEmpty {
        kinds[kind, default: Kind()].always = rules
      } else if trigger.hasSuffix(":*") {
        kinds[kind, default: Kind()].byFamily.append((String(trigger.dropLast()), rules))
      } else {
        kinds[kind, default: Kind()].byTrigger[trigger] = rules
      }
    }
  }

  /// The numbers of the rules that these triggers set off, ascending.
  func rules(about kind: String, on triggers: [String]) -> [Int] {
    guard let rules = kinds[kind] else { return [] }
    var numbers = rules.always
    for trigger in triggers {
      if let triggered = rules.byTrigger[trigger] { numbers = Self.merged(numbers, triggered) }
      for family in rules.byFamily where trigger.hasPrefix(family.beginning) {
        numbers = Self.merged(numbers, family.rules)
      }
    }
    return numbers
  }

  /// Two ascending lists as one, each number once.
  private static func merged(_ one: [Int], _ other: [Int]) -> [Int] {
    var merged: [Int] = []
    merged.reserveCapacity(one.count + other.count)
    var (left, right) = (0, 0)
    while left < one.count || right < other.count {
      let takesLeft = right == other.count || (left < one.count && one[left] <= other[right])
      let number = takesLeft ? one[left] : other[right]
      if takesLeft { left += 1 } else { right += 1 }
      if merged.last != number { merged.append(number) }
    }
    return merged
  }
}
