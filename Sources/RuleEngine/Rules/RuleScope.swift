import CEL
import Provenance

/// The names that the expressions of a rule see about one subject: its facts, `given`, and the
/// element of `each`.
///
/// One thread uses it, and no access to one of its properties begins another, so none is checked.
final class RuleScope {
  let limits: RuleLimits
  let subject: Subject
  /// The rule whose names count, nil before the first; not counted, for it is held while it is asked.
  @exclusivity(unchecked) private unowned(unsafe) var rule: Rule?
  /// The slot of the first name of `given`; facts have the slots before it, the elements
  /// of `each` those after.
  @safe @exclusivity(unchecked) private(set) var firstGiven = 0
  @safe @exclusivity(unchecked) private(set) var elements: [(name: String, value: Value)] = []
  /// The rule's parameters, where it has any, and their slot, -1 when it has none.
  @safe @exclusivity(unchecked) private(set) var parameters = Value.null
  @safe @exclusivity(unchecked) private(set) var parametersSlot = -1
  /// How many names of `given` there are.
  @safe @exclusivity(unchecked) private(set) var givenCount = 0
  /// Whether any of them was asked for.
  @safe @exclusivity(unchecked) private var hasComputed = false
  /// How many names a subject or a rule has at most, as a rule.
  private static let usualNames = 8
  /// What they stand for, as far as it was asked for; there may be room for more.
  @safe @exclusivity(unchecked) private var computed: [Given] = []
  /// What is known of a name of `given`.
  private enum Given {
    case unasked
    case value(Value)
    case error(EvaluationError)
  }

  /// The subject's facts by slot, which are the same for all rules about its kind.
  @safe @exclusivity(unchecked) private var facts: [Value?] = []

  /// The path to the subject in its document, once it was asked for.
  @safe @exclusivity(unchecked) private var knownBase: WrittenPath?

  /// The names about a subject; a scope serves all rules that are asked about it, one after
  /// another.
  init(_ subject: Subject, limits: RuleLimits) {
    self.subject = subject
    self.limits = limits
  }

  /// The path to the subject in its document, from which the paths of its evidence count.
  var base: WrittenPath {
    if let knownBase { return knownBase }
    let base = WrittenPath(subject.origin?.wholePath ?? FieldPath())
    knownBase = base
    return base
  }

  /// Takes the names of another rule.
  func begin(_ rule: Rule, parameters: Value? = nil) {
    unsafe self.rule = rule
    firstGiven = rule.firstGiven
    parametersSlot = rule.parametersSlot
    if parametersSlot >= 0 { self.parameters = parameters ?? rule.parameters }
    if !elements.isEmpty { elements.removeAll(keepingCapacity: true) }
    if hasComputed {
      for number in 0..<givenCount { computed[number] = .unasked }
      hasComputed = false
    }
    givenCount = rule.given.count
    if computed.capacity < givenCount { computed.reserveCapacity(max(Self.usualNames, givenCount)) }
    while computed.count < givenCount { computed.append(.unasked) }
  }

  /// Begins a loop over the elements of an `each`, which may stand in another one.
  func beginLoop(_ name: String) { elements.append((name, .null)) }

  /// Makes the name of the innermost loop stand for one of its elements.
  func bind(_ element: Value) { elements[elements.count - 1].value = element }

  /// Ends the innermost loop, and forgets its element.
  func endLoop() { elements.removeLast() }

  /// What a variable of the subject stands for; nil when the subject has none of that name.
  func fact(_ variable: Environment.Variable) -> Value? {
    if variable.slot < facts.count, let known = facts[variable.slot] { return known }
    guard let value = subject.variables.member(variable.name) else { return nil }
    if facts.isEmpty { facts.reserveCapacity(Self.usualNames) }
    while facts.count <= variable.slot { facts.append(nil) }
    facts[variable.slot] = value
    return value
  }

  /// What a name of `given` stands for, evaluated when first read; an error is kept, too.
  func value(ofGiven number: Int) throws(EvaluationError) -> Value {
    switch computed[number] {
    case .value(let value): return value
    case .error(let error): throw error
    case .unasked: return try computedValue(ofGiven: number)
    }
  }

  private func computedValue(ofGiven number: Int) throws(EvaluationError) -> Value {
    guard let rule = unsafe rule else { throw EvaluationError(.other, "no rule has begun") }
    hasComputed = true
    do throws(EvaluationError) {
      let value = try rule.given[number].value(in: self)
      computed[number] = .value(value)
      return value
    } catch {
      computed[number] = .error(error)
      throw error
    }
  }
}
