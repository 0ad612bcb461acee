/// Holds literals to what Kubernetes asks of them before anything is evaluated.
struct LiteralValidation {
  private(set) var errors: [SyntaxError] = []
  private let checked: CheckedExpression

  init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  /// Visits an expression; arguments of `format` may be lists of mixed types.
  mutating func visit(_ expression: Expression, isExempt: Bool) {
    var isExempt = isExempt
    switch expression.kind {
    case .call(let call):
      visitCall(call, expression)
      isExempt = isExempt || call.function == "format"
    case .list(let elements) where !isExempt: visitList(elements)
    case .map(let entries) where !isExempt: visitMap(entries)
    default: break
    }
    for child in expression.children { visit(child, isExempt: isExempt) }
  }

  private mutating func report(_ message: String, at expression: Expression) {
    errors.append(SyntaxError(message: message, offset: expression.offset))
  }

  private mutating func reportMismatch(
    _ wanted: StaticType, _ found: StaticType, at expression: Expression
  ) {
    report("expected type '\(wanted)' but found '\(found)'", at: expression)
  }

  /// The type of an element; of an optional one, of what it holds.
  private func type(of expression: Expression, isOptional: Bool) -> StaticType {
    let type = checked.type(of: expression)
    if isOptional, case .optional(let inner) = type { return inner }
    return type
  }

  private mutating func visitList(_ elements: [Expression.Element]) {
    guard let first = elements.first else { return }
    let wanted = type(of: first.value, isOptional: first.isOptional)
    for element in elements.dropFirst() {
      let found = type(of: element.value, isOptional: element.isOptional)
      guard !wanted.isEquivalent(to: found) else { continue }
      return reportMismatch(wanted, found, at: element.value)
    }
  }

  private mutating func visitMap(_ entries: [Expression.Entry]) {
    guard let first = entries.first else { return }
    let key = checked.type(of: first.key)
    let value = type(of: first.value, isOptional: first.isOptional)
    for entry in entries.dropFirst() {
      let foundKey = checked.type(of: entry.key)
      if !key.isEquivalent(to: foundKey) { reportMismatch(key, foundKey, at: entry.key) }
      let found = type(of: entry.value, isOptional: entry.isOptional)
      if !value.isEquivalent(to: found) { reportMismatch(value, found, at: entry.value) }
    }
  }

  private mutating func visitCall(_ call: Expression.Call, _ expression: Expression) {
    switch call.function {
    case "duration" where call.target == nil:
      validate(call.arguments.first, "duration") { text, _ in
        text.map { Value.Duration(parsing: $0) != nil } ?? true
      }
    case "timestamp" where call.target == nil:
      validate(call.arguments.first, "timestamp") { text, seconds in
        text.map { Value.Timestamp(parsing: $0) != nil }
          ?? seconds.map(Value.Timestamp.validSeconds.contains) ?? true
      }
    case "matches":
      validate(call.arguments.last, "matches") { text, _ in
        text.map { (try? Pattern($0)) != nil } ?? true
      }
    case "format": validateFormat(call, expression)
    default: break
    }
  }

  private mutating func validate(
    _ argument: Expression?, _ function: String, _ isValid: (String?, Int64?) -> Bool
  ) {
    guard let argument, case .literal(let value) = argument.kind,
      !isValid(String(celValue: value), Int64(celValue: value))
    else { return }
    report("invalid \(function) argument", at: argument)
  }
}

extension LiteralValidation {
  /// A literal format with a literal list of arguments: each must be what its clause takes.
  private mutating func validateFormat(_ call: Expression.Call, _ expression: Expression) {
    guard let target = call.target, case .literal(.string(let format)) = target.kind,
      call.arguments.count == 1, case .list(let elements) = call.arguments[0].kind
    else { return }
    let pieces: [TextFormat.Piece]
    do throws(EvaluationError) {
      pieces = try TextFormat.pieces(of: format, argumentCount: elements.count)
    } catch {
      return report(error.message, at: expression)
    }
    var used = 0
    for case .clause(let clause) in pieces {
      let element = elements[used].value
      used += 1
      guard let fault = fault(of: element, for: clause) else { continue }
      let name = checked.type(of: fault).runtimeName
      return report("error during formatting: \(clause.refusal), was given \(name)", at: fault)
    }
    if elements.count > used {
      report(
        "too many arguments supplied to string.format (expected \(used), got \(elements.count))",
        at: expression)
    }
  }

  /// The part of an argument that a clause does not take.
  private func fault(of element: Expression, for clause: TextFormat.Clause) -> Expression? {
    let type = checked.type(of: element)
    guard type == .dyn || clause.takes(type) else { return element }
    guard clause.verb == UInt8(ascii: "s") else { return nil }
    switch element.kind {
    case .list, .map: return element.children.lazy.compactMap { fault(of: $0, for: clause) }.first
    default: return nil
    }
  }
}

extension TextFormat.Clause {
  fileprivate func takes(_ type: StaticType) -> Bool {
    switch verb {
    case UInt8(ascii: "d"), UInt8(ascii: "o"): [.int, .uint].contains(type)
    case UInt8(ascii: "f"), UInt8(ascii: "e"): [.double, .string].contains(type)
    case UInt8(ascii: "b"): [.int, .uint, .bool].contains(type)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): [.int, .uint, .string, .bytes].contains(type)
    default:
      switch type {
      case .opaque, .optional, .wrapper: false
      default: true
      }
    }
  }
}

extension StaticType {
  /// Whether both are the same type; an unknown element type agrees with any other.
  fileprivate func isEquivalent(to other: StaticType) -> Bool {
    guard constructor == other.constructor else { return false }
    let (inner, outer) = (parameters ?? [], other.parameters ?? [])
    return inner.count == outer.count && zip(inner, outer).allSatisfy { $0.isEquivalent(to: $1) }
  }
}
