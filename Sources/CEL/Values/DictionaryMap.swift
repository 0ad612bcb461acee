import OrderedCollections

/// A map whose members are in memory, in the order in which they were written.
final class DictionaryMap: MapObject {
  private let entries: MapEntries

  init(_ entries: MapEntries) {
    self.entries = entries
  }

  var extent: Int { entries.extent }
  var count: Int { entries.members.count }
  var keys: [Value] { entries.members.values.map(\.key) }

  func member(_ key: String) -> Value? { entries.members[MapKey(key)]?.value }

  func member(for key: Value) -> Value? {
    MapKey(key).flatMap { entries.members[$0]?.value }
  }
}

/// The members of a map while it is made.
struct MapEntries: Sendable {
  fileprivate var members: OrderedDictionary<MapKey, Member> = [:]
  private(set) var extent = 1

  fileprivate struct Member: Sendable {
    var key: Value
    var value: Value
  }

  init() {}

  /// Takes entries whose keys are valid; others are left out, and a repeated key keeps its last value.
  init(_ entries: [(Value, Value)]) {
    for (key, value) in entries {
      insert(value, for: key)
    }
  }

  /// What became of an insertion.
  enum Insertion {
    case added, replaced, refused
  }

  /// Sets a member; refused when the key is of a type that maps cannot have.
  @discardableResult
  mutating func insert(_ value: Value, for key: Value) -> Insertion {
    guard let mapKey = MapKey(key) else { return .refused }
    if case .double = key { return .refused }
    extent = extent.adding(key.extent).adding(value.extent)
    let old = members.updateValue(Member(key: key, value: value), forKey: mapKey)
    return old == nil ? .added : .replaced
  }
}

/// A key by which map members are found: numbers are equal across their types, texts by their scalars.
enum MapKey: Hashable, Sendable {
  case bool(Bool)
  case int(Int64)
  /// Only what does not fit `int`.
  case uint(UInt64)
  case string(ScalarString)

  init(_ text: String) {
    self = .string(ScalarString(text: text))
  }

  /// The key that a value is, or nil when it can never be one.
  init?(_ value: Value) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = Int64(exactly: value).map(MapKey.int) ?? .uint(value)
    case .string(let text): self = .string(ScalarString(text: text))
    case .double(let value):
      if let whole = Int64(exactly: value) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: value) {
        self = .uint(whole)
      } else {
        return nil
      }
    default: return nil
    }
  }
}

/// A text that is equal to another only scalar by scalar, where `String` holds `é` and `e´` equal.
struct ScalarString: Hashable, Sendable {
  var text: String

  static func == (one: ScalarString, other: ScalarString) -> Bool {
    one.text.hasSameScalars(as: other.text)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(text.utf8.count)
  }
}

extension String {
  /// Whether both texts are the same scalar by scalar.
  func hasSameScalars(as other: String) -> Bool {
    guard utf8.count == other.utf8.count, self == other else { return false }
    return utf8Span.isKnownASCII || utf8.elementsEqual(other.utf8)
  }

  /// Whether this text comes first in the order of scalars.
  func precedesByScalars(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
