import Findings

/// The rules of a pack, each found by its number; a text is made of octets only when it is asked for.
final class PackedRules: Sendable {
  private let index: [UInt8]
  /// The packed premises and documents, one after the other.
  private let documents: String
  private let places: [Place]

  /// Where a rule stands.
  private struct Place: Sendable {
    /// Where its line of the index goes on behind the numbers.
    var line: Int
    var profile: RuleProfile
    var isFallback: Bool
    var premise: Int
    var document: Int
    var end: Int
  }

  /// The fields of a line behind the numbers, in their order.
  enum Field: Int {
    case name, about, playbook, triggers, title
  }

  init(_ pack: RulePack) {
    index = Array(pack.index.utf8)
    documents = pack.rules
    places = Self.places(in: index, length: documents.utf8.count)
  }

  /// Where the rules stand; a line that is no entry ends them.
  private static func places(in index: [UInt8], length: Int) -> [Place] {
    var places: [Place] = []
    let profiles = RuleProfile.allCases
    var (position, start) = (0, 0)
    while position < index.count {
      guard let premise = number(in: index, at: &position),
        let document = number(in: index, at: &position), start + premise + document <= length,
        let profile = number(in: index, at: &position), profile < profiles.count,
        let fallback = number(in: index, at: &position)
      else { break }
      places.append(
        Place(
          line: position, profile: profiles[profile], isFallback: fallback > 0, premise: start,
          document: start + premise, end: start + premise + document))
      start += premise + document
      while position < index.count, index[position] != 0x0A { position += 1 }
      position += 1
    }
    return places
  }

  /// The number at a position, which is then behind it and the tab that follows.
  private static func number(in index: [UInt8], at position: inout Int) -> Int? {
    var number = 0
    let start = position
    while position < index.count, let digit = index[position].digit, position - start < 9 {
      number = number * 10 + digit
      position += 1
    }
    guard position > start, position < index.count, index[position] == 0x09 else { return nil }
    position += 1
    return number
  }

  var count: Int { places.count }

  /// The mildest profile of reviews that asks a rule.
  func profile(of number: Int) -> RuleProfile { places[number].profile }

  /// Whether a rule speaks only where no other is sure.
  func isFallback(_ number: Int) -> Bool { places[number].isFallback }

  /// What a field of a rule says.
  func text(_ field: Field, of number: Int) -> String {
    var start = places[number].line
    for _ in 0..<field.rawValue { start = end(ofFieldAt: start) + 1 }
    return String(decoding: index[start..<max(start, end(ofFieldAt: start))], as: UTF8.self)
  }

  private func end(ofFieldAt start: Int) -> Int {
    var end = start
    while end < index.count, index[end] != 0x09, index[end] != 0x0A { end += 1 }
    return min(end, index.count)
  }

  /// The packed document that states a rule's premise only.
  func premise(of number: Int) -> String {
    text(from: places[number].premise, to: places[number].document)
  }

  /// The packed document of a rule, without examples.
  func document(of number: Int) -> String {
    text(from: places[number].document, to: places[number].end)
  }

  private func text(from start: Int, to end: Int) -> String {
    let first = documents.utf8.index(documents.startIndex, offsetBy: start)
    return String(documents[first..<documents.utf8.index(first, offsetBy: end - start)])
  }
}

extension UInt8 {
  /// The decimal digit that this octet is.
  fileprivate var digit: Int? { self &- 48 < 10 ? Int(self) - 48 : nil }
}
