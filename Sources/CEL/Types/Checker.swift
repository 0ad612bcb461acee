/// Finds what the names of an expression refer to and which types its parts have.
///
/// Types are gradual: `dyn` agrees with everything, and what is known is held against declarations.
struct Checker {
  let environment: Environment
  /// Whether types matter; an expression that nobody holds against them needs only its names.
  let findsTypes: Bool
  private(set) var result: CheckedExpression
  private(set) var errors: [SyntaxError] = []
  var substitution = Substitution()
  private var scope: [(name: String, type: StaticType)] = []
  private var freshCount = 0

  init(_ environment: Environment, nodeCount: Int, findsTypes: Bool = true) {
    self.environment = environment
    self.findsTypes = findsTypes
    result = CheckedExpression(nodeCount: nodeCount, findsTypes: findsTypes)
  }

  /// The errors in the order of their places, none twice.
  var sortedErrors: [SyntaxError] {
    let sorted = errors.sorted { ($0.offset, $0.message) < ($1.offset, $1.message) }
    return zip(sorted, [nil] + sorted.map(Optional.some)).compactMap { error, previous in
      previous?.offset == error.offset && previous?.message == error.message ? nil : error
    }
  }

  mutating func run(_ root: Expression) {
    visit(root)
    guard findsTypes else { return }
    for id in result.types.indices {
      result.types[id] = substitution.applied(to: result.types[id], isFinal: true)
    }
    if environment.flavour == .kubernetes, errors.isEmpty {
      var literals = LiteralValidation(result)
      literals.visit(root, isExempt: false)
      errors += literals.errors
    }
  }

  mutating func report(_ message: String, at offset: Int) {
    errors.append(SyntaxError(message: message, offset: offset))
  }

  mutating func freshParameter() -> StaticType {
    freshCount += 1
    return .parameter("%\(freshCount)")
  }

  mutating func refer(_ expression: Expression, to reference: CheckedExpression.Reference) {
    result.references[expression.id] = reference
  }

  /// Checks an expression and gives its type.
  @discardableResult
  mutating func visit(_ expression: Expression) -> StaticType {
    let type: StaticType
    switch expression.kind {
    case .literal(let value): type = value.literalType
    case .identifier(let name): type = visitIdentifier(expression, name)
    case .select(let selection): type = visitSelection(expression, selection)
    case .call(let call): type = visitCall(expression, call)
    case .list(let elements): type = visitList(elements)
    case .map(let entries): type = visitMap(entries)
    case .comprehension(let loop): type = visitComprehension(expression, loop)
    }
    guard findsTypes else { return .dyn }
    result.types[expression.id] = substitution.applied(to: type)
    return result.types[expression.id]
  }

  private mutating func visitIdentifier(_ expression: Expression, _ name: String) -> StaticType {
    if let type = resolve(name, of: expression) { return type }
    report(
      "undeclared reference to '\(name)' (in container '\(environment.container)')",
      at: expression.offset)
    return .error
  }

  /// The type of what a dotted name refers to; nil when it refers to nothing.
  private mutating func resolve(_ name: String, of expression: Expression) -> StaticType? {
    if let index = scope.lastIndex(where: { $0.name == name }) {
      refer(expression, to: .local(slot: index))
      return scope[index].type
    }
    if environment.container.isEmpty, !name.hasPrefix(".") {
      return resolve(fullName: name, of: expression)
    }
    for candidate in environment.candidates(for: name) {
      if let type = resolve(fullName: candidate, of: expression) { return type }
    }
    return nil
  }

  private mutating func resolve(
    fullName name: String, of expression: Expression
  ) -> StaticType? {
    if let variable = environment.variable(named: name) {
      refer(expression, to: .variable(slot: variable.slot))
      return variable.type
    }
    guard let type = environment.namedTypes[name] else { return nil }
    refer(expression, to: .type(Value.TypeName(name)))
    return .type(type)
  }

  func isLocal(_ name: String?) -> Bool { scope.contains { $0.name == name } }

  private mutating func visitSelection(
    _ expression: Expression, _ selection: Expression.Selection
  ) -> StaticType {
    if let root = expression.rootName, environment.mayQualify(root), !isLocal(root),
      let name = expression.qualifiedName, let type = resolve(name, of: expression)
    {
      return type
    }
    let operand = visit(selection.operand)
    guard findsTypes else { return .dyn }
    let field = fieldType(of: substitution.applied(to: operand), at: expression)
    return selection.form == .presence ? .bool : field(selection.form == .optional)
  }

  /// The type of a field of an operand, which is optional when the operand or the selection is.
  private mutating func fieldType(
    of operand: StaticType, at expression: Expression
  ) -> (Bool) -> StaticType {
    if case .optional(let inner) = operand {
      let field = plainFieldType(of: inner, at: expression)
      return { _ in .optional(field) }
    }
    let field = plainFieldType(of: operand, at: expression)
    return { $0 ? .optional(field) : field }
  }

  private mutating func plainFieldType(
    of operand: StaticType, at expression: Expression
  ) -> StaticType {
    switch operand {
    case .map(_, let value): return value
    case .parameter: _ = substitution.unify(.dyn, operand)
    case .dyn, .error: break
    default: report("type '\(operand)' does not support field selection", at: expression.offset)
    }
    return .dyn
  }

  private mutating func visitList(_ elements: [Expression.Element]) -> StaticType {
    var type: StaticType?
    for element in elements {
      let found = visit(element.value)
      let inner = element.isOptional ? unwrapped(found, at: element.value) : found
      type = joined(type, inner)
    }
    return .list(type ?? freshParameter())
  }

  private mutating func visitMap(_ entries: [Expression.Entry]) -> StaticType {
    var (keys, values): (StaticType?, StaticType?)
    for entry in entries {
      keys = joined(keys, visit(entry.key))
      let found = visit(entry.value)
      values = joined(values, entry.isOptional ? unwrapped(found, at: entry.value) : found)
    }
    return .map(keys ?? freshParameter(), values ?? freshParameter())
  }

  private mutating func unwrapped(_ type: StaticType, at expression: Expression) -> StaticType {
    let inner = freshParameter()
    if !substitution.unify(type, .optional(inner)) {
      report("expected type 'optional_type(dyn)' but found '\(type)'", at: expression.offset)
      return .error
    }
    return substitution.applied(to: type.isDynamic ? .dyn : inner)
  }

  /// The type of elements of which some are of one type and some of another.
  private mutating func joined(_ previous: StaticType?, _ current: StaticType) -> StaticType {
    guard let previous, findsTypes else { return current }
    guard substitution.unify(previous, current) else { return .dyn }
    return StaticType.moreGeneral(
      substitution.applied(to: previous), substitution.applied(to: current))
  }

  /// Checks what runs under variables that only it sees.
  mutating func scoped<R>(
    _ variables: [(String, StaticType)], _ body: (inout Checker) -> R
  ) -> R {
    let count = scope.count
    scope += variables.map { (name: $0.0, type: $0.1) }
    result.localCount = max(result.localCount, scope.count)
    defer { scope.removeLast(scope.count - count) }
    return body(&self)
  }

  var scopeDepth: Int { scope.count }
}

extension Value {
  /// The type of a literal.
  fileprivate var literalType: StaticType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    default: .dyn
    }
  }
}
