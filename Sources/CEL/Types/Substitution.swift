/// What type parameters stand for, as found so far.
struct Substitution {
  private var types: [String: StaticType] = [:]
  /// What parameters stood for before they were changed, to take back an attempt that fails.
  private var trail: [(name: String, old: StaticType?)] = []

  init() {}

  /// New names for type parameters.
  init(renaming names: [(String, StaticType)]) {
    types = Dictionary(names) { first, _ in first }
  }

  /// The type with every known parameter replaced; others become `dyn` when `isFinal`.
  func applied(to type: StaticType, isFinal: Bool = false) -> StaticType {
    if case .parameter(let name) = type {
      if let known = types[name] { return applied(to: known, isFinal: isFinal) }
      return isFinal ? .dyn : type
    }
    return type.map { applied(to: $0, isFinal: isFinal) }
  }

  /// Whether a value of the first type can be used as the second; if so, parameters learn from it.
  mutating func unify(_ one: StaticType, _ two: StaticType) -> Bool {
    attempt { $0.assign(one, to: two) }
  }

  /// Whether all values of the first types can be used as the second ones.
  mutating func unify(_ ones: [StaticType], _ twos: [StaticType]) -> Bool {
    guard ones.count == twos.count else { return false }
    return attempt { substitution in
      zip(ones, twos).allSatisfy { substitution.assign($0, to: $1) }
    }
  }

  /// Keeps what a successful attempt learns and forgets what a failed one did.
  private mutating func attempt(_ body: (inout Substitution) -> Bool) -> Bool {
    let succeeds = body(&self)
    if !succeeds {
      for (name, old) in trail.reversed() { types[name] = old }
    }
    trail.removeAll(keepingCapacity: true)
    return succeeds
  }

  private mutating func learn(_ name: String, _ type: StaticType) {
    trail.append((name, types.updateValue(type, forKey: name)))
  }

  private mutating func assign(_ one: StaticType, to two: StaticType) -> Bool {
    if case .parameter(let name) = two {
      switch bind(name, to: one) {
      case .bound: return true
      case .contradicted: return false
      case .impossible: break
      }
    }
    if case .parameter(let name) = one { return bind(name, to: two) == .bound }
    if one.isDynamic || two.isDynamic { return true }
    if one == .null { return two.isNullable }
    if two == .null { return one.isNullable }
    if case .wrapper(let inner) = one, inner == two { return true }
    if case .wrapper(let inner) = two, inner == one { return true }
    guard one.constructor == two.constructor else { return false }
    if case .type = one { return true }
    let (inner, outer) = (one.parameters ?? [], two.parameters ?? [])
    return inner.count == outer.count && zip(inner, outer).allSatisfy { assign($0, to: $1) }
  }

  private enum Binding {
    case bound
    /// The parameter stands for a type that does not agree.
    case contradicted
    /// The parameter stands for nothing yet and cannot stand for this.
    case impossible
  }

  private mutating func bind(_ name: String, to type: StaticType) -> Binding {
    if type == .parameter(name) { return .bound }
    guard let known = types[name] else {
      guard !occurs(name, in: type) else { return .impossible }
      learn(name, type)
      return .bound
    }
    if type == known { return .bound }
    guard assign(type, to: known) else { return .contradicted }
    let general = StaticType.moreGeneral(type, known)
    if !occurs(name, in: general) { learn(name, general) }
    return .bound
  }

  private func occurs(_ name: String, in type: StaticType) -> Bool {
    if case .parameter(let other) = type {
      return other == name || types[other].map { occurs(name, in: $0) } ?? false
    }
    return (type.parameters ?? []).contains { occurs(name, in: $0) }
  }
}

extension StaticType {
  /// Of two types that agree, the one that says less.
  static func moreGeneral(_ one: StaticType, _ two: StaticType) -> StaticType {
    one.isLessSpecific(than: two) ? one : two
  }

  /// Whether this type is equal to another or says less.
  private func isLessSpecific(than other: StaticType) -> Bool {
    if case .parameter = self { return true }
    if isDynamic { return true }
    if case .parameter = other { return false }
    if other.isDynamic { return false }
    if case .wrapper(let inner) = self, inner == other { return true }
    if other == .null { return isNullable }
    guard constructor == other.constructor else { return false }
    if case .type = self { return true }
    return zip(parameters ?? [], other.parameters ?? []).allSatisfy { $0.isLessSpecific(than: $1) }
  }
}
