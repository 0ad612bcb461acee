import Provenance

/// The places of objects in the order of their references, and of the same reference in their own order.
///
/// A reference is three texts, which lie all over the memory; so objects are compared by numbers first.
struct ReferenceOrder {
  private(set) var places: [Int] = []

  init(of objects: [LoadedObject]) {
    let ranks = Ranks(of: objects)
    var keys = objects.indices.map { place in
      Key(group: ranks.groups[place], name: NamePrefix(objects[place].reference.name), place: place)
    }
    keys.sort { Self.precedes($0, $1, objects) }
    places = keys.map(\.place)
  }

  /// What an object is compared by.
  private struct Key {
    /// The ranks of its kind and its namespace.
    var group: UInt64
    var name: NamePrefix
    var place: Int
  }

  private static func precedes(_ one: Key, _ other: Key, _ objects: [LoadedObject]) -> Bool {
    if one.group != other.group { return one.group < other.group }
    if let isLess = one.name.precedes(other.name) { return isLess }
    let (first, second) = (
      objects[one.place].reference.name, objects[other.place].reference.name
    )
    return first == second ? one.place < other.place : first < second
  }
}

/// The ranks of kinds and namespaces among those of some objects; of both there are few.
private struct Ranks {
  /// For each object the rank of its kind, and below it that of its namespace.
  private(set) var groups: [UInt64] = []

  init(of objects: [LoadedObject]) {
    var (kinds, namespaces) = (Numbering(), Numbering())
    groups.reserveCapacity(objects.count)
    for object in objects {
      let reference = object.reference
      groups.append(
        UInt64(kinds.number(of: reference.kind)) << 32
          | UInt64(namespaces.number(of: reference.namespace)))
    }
    let (kindRanks, namespaceRanks) = (kinds.ranks, namespaces.ranks)
    for place in groups.indices {
      let (kind, namespace) = (Int(groups[place] >> 32), Int(groups[place] & 0xFFFF_FFFF))
      groups[place] = UInt64(kindRanks[kind]) << 32 | UInt64(namespaceRanks[namespace])
    }
  }
}

/// Numbers texts as they come.
private struct Numbering {
  private var numbers: [String: Int] = [:]
  private var texts: [String] = []
  private var last = 0

  mutating func number(of text: String) -> Int {
    if last < texts.count, texts[last] == text { return last }
    last = numbers[text] ?? texts.count
    if last == texts.count {
      numbers[text] = last
      texts.append(text)
    }
    return last
  }

  /// The rank of each text by its number.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: texts.count)
    for (rank, number) in texts.indices.sorted(by: { texts[$0] < texts[$1] }).enumerated() {
      ranks[number] = rank
    }
    return ranks
  }
}

/// The first sixteen octets of a name, as numbers that are in the same order.
private struct NamePrefix {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  /// Whether the order of octets is that of the texts.
  private var isASCII = false

  init(_ name: String) {
    let octets = name.utf8Span
    isASCII = octets.isKnownASCII
    guard isASCII else { return }
    let span = octets.span
    for index in 0..<Swift.min(8, span.count) { first |= UInt64(span[index]) << (56 - 8 * index) }
    for index in 8..<Swift.max(8, Swift.min(16, span.count)) {
      second |= UInt64(span[index]) << (120 - 8 * index)
    }
  }

  /// Which name comes first; nil where these octets do not tell, or where the names are the same.
  func precedes(_ other: NamePrefix) -> Bool? {
    guard isASCII, other.isASCII else { return nil }
    if first != other.first { return first < other.first }
    if second != other.second { return second < other.second }
    return nil
  }
}
