import Basics

/// A member that an expression asks for, and where in the expression.
struct Member: Sendable {
  let name: HashedName
  let offset: Int

  init(_ field: String, _ offset: Int) {
    name = HashedName(field)
    self.offset = offset
  }

  var field: String { name.text }
}

extension Value {
  func asOptional() throws(EvaluationError) -> Possible {
    guard case .optional(let possible) = self else { throw .noSuchOverload }
    return possible
  }

  /// The member of a map, or of what an optional holds, then itself optional; errors stand where the expression asks.
  @inline(__always)
  func member(_ member: Member, isLenient: Bool) throws(EvaluationError) -> Value {
    if case .map(let map) = self, let value = map.member(member.name) { return value }
    do throws(EvaluationError) {
      return try selected(member.field, isLenient: isLenient)
    } catch {
      throw error.placed(at: member.offset)
    }
  }

  /// The member of a map, or of what an optional holds, then itself optional.
  func selected(_ field: String, isLenient: Bool) throws(EvaluationError) -> Value {
    switch self {
    case .map(let map):
      guard let member = map.member(field) else { throw .noSuchKey(field) }
      return member
    case .optional(.none): return .absent
    case .optional(.some(let inner)):
      if case .map = inner { return .optional(try inner.possibleMember(field)) }
      if isLenient { return .absent }
      throw .noSuchKey(field)
    default: throw .noSuchOverload
    }
  }

  /// The member as an optional, none when it is not there.
  func possibleMember(_ field: String) throws(EvaluationError) -> Possible {
    switch self {
    case .map(let map): map.member(field).map(Possible.some) ?? .none
    case .optional(.none): .none
    case .optional(.some(let inner)): try inner.possibleMember(field)
    default: throw .noSuchOverload
    }
  }

  func has(_ member: Member) throws(EvaluationError) -> Bool {
    switch self {
    case .map(let map): map.hasMember(member.name)
    case .optional(.none): false
    case .optional(.some(let inner)): try inner.has(member)
    default: throw EvaluationError.noSuchOverload.placed(at: member.offset)
    }
  }

  /// The element of a list, member of a map, or either of what an optional holds.
  func indexed(by index: Value) throws(EvaluationError) -> Value {
    switch self {
    case .list(let list):
      let place = try index.listIndex()
      guard place >= 0, place < list.count else { throw .indexOutOfBounds(place) }
      return list.element(at: Int(place))
    case .map(let map):
      guard let member = map.member(for: index) else { throw .noSuchKey(index) }
      return member
    case .optional: return .optional(try possibleElement(at: index))
    default: throw .noSuchOverload
    }
  }

  /// The element or member as an optional, none when it is not there.
  func possibleElement(at index: Value) throws(EvaluationError) -> Possible {
    switch self {
    case .list(let list):
      let place = try index.listIndex()
      guard place >= 0, place < list.count else { return .none }
      return .some(list.element(at: Int(place)))
    case .map(let map): return map.member(for: index).map(Possible.some) ?? .none
    case .optional(.none): return .none
    case .optional(.some(let inner)): return try inner.possibleElement(at: index)
    default: throw .noSuchOverload
    }
  }

  /// A number as a place in a list.
  private func listIndex() throws(EvaluationError) -> Int64 {
    switch self {
    case .int(let index): return index
    case .uint(let index): return Int64(clamping: index)
    case .double(let index):
      if let whole = Int64(exactly: index) { return whole }
      throw EvaluationError(.invalidArgument, "unsupported index value \(index) in list")
    default:
      throw EvaluationError(.invalidArgument, "unsupported index type '\(typeName)' in list")
    }
  }

  /// Whether a list has an equal element or a map such a key.
  func contains(_ value: Value) throws(EvaluationError) -> Bool {
    switch self {
    case .list(let list):
      for index in 0..<list.count where list.element(at: index).isEqual(to: value) { return true }
      return false
    case .map(let map): return map.contains(value)
    default: throw .noSuchOverload
    }
  }
}
