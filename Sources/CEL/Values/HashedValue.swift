/// A value as a member of a set: equal values are equal across number types, and hash alike.
struct HashedValue: Hashable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  static func == (one: HashedValue, other: HashedValue) -> Bool {
    one.value.isEqual(to: other.value)
  }

  func hash(into hasher: inout Hasher) {
    HashedValue.hash(value, into: &hasher, depth: 4)
  }

  /// Hashes what a value is made of, down to a depth; maps by their size, having no order.
  private static func hash(_ value: Value, into hasher: inout Hasher, depth: Int) {
    if let key = MapKey(value) { return hasher.combine(key) }
    switch value {
    case .double(let number): hasher.combine(number)
    case .bytes(let bytes): hasher.combine(bytes)
    case .timestamp(let time): hasher.combine(time)
    case .duration(let duration): hasher.combine(duration)
    case .type(let name): hasher.combine(name)
    case .optional(.some(let inner)) where depth > 0: hash(inner, into: &hasher, depth: depth - 1)
    case .list(let list):
      hasher.combine(list.count)
      guard depth > 0 else { return }
      for index in 0..<min(list.count, 16) {
        hash(list.element(at: index), into: &hasher, depth: depth - 1)
      }
    case .map(let map):
      hasher.combine(map.count)
      guard depth > 0 else { return }
      hasher.combine(map.keys.reduce(0) { $0 ^ hash(ofEntry: $1, of: map, depth: depth - 1) })
    case .object(let object): hasher.combine(object.typeName)
    default: hasher.combine(value.typeName)
    }
  }

  private static func hash(ofEntry key: Value, of map: any MapObject, depth: Int) -> Int {
    var hasher = Hasher()
    hash(key, into: &hasher, depth: 0)
    if let member = map.member(for: key) { hash(member, into: &hasher, depth: depth) }
    return hasher.finalize()
  }
}
