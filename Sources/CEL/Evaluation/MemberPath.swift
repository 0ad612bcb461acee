/// A variable and the members below it that an expression reads, such as `pod.spec.containers[*].image`.
package struct MemberPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// One step of the path.
  package enum Step: Hashable, Sendable {
    case field(String)
    /// Some element of a list or some member of a map.
    case element
  }

  package var variable: String
  package var steps: [Step]

  package init(_ variable: String, _ steps: [Step] = []) {
    self.variable = variable
    self.steps = steps
  }

  package var description: String {
    steps.reduce(into: variable) { text, step in
      switch step {
      case .field(let name): text += ".\(name)"
      case .element: text += "[*]"
      }
    }
  }

  package static func < (one: MemberPath, other: MemberPath) -> Bool {
    one.description < other.description
  }
}

/// Collects the paths that an expression reads.
struct PathFinder {
  private(set) var paths: Set<MemberPath> = []
  private let checked: CheckedExpression
  private let variables: [Environment.Variable]
  private var locals: [Int: MemberPath] = [:]

  init(_ checked: CheckedExpression, _ variables: [Environment.Variable]) {
    self.checked = checked
    self.variables = variables
  }

  mutating func visit(_ expression: Expression) {
    if let path = path(of: expression) {
      paths.insert(path)
      visitIndices(of: expression)
      return
    }
    if case .comprehension(let loop) = expression.kind { bind(loop, at: expression) }
    for child in expression.children { visit(child) }
  }

  /// The expressions in brackets on the way down a path read paths of their own.
  private mutating func visitIndices(of expression: Expression) {
    switch expression.kind {
    case .select(let selection): visitIndices(of: selection.operand)
    case .call(let call):
      if let operand = call.arguments.first { visitIndices(of: operand) }
      for index in call.arguments.dropFirst() { visit(index) }
    default: break
    }
  }

  private mutating func bind(_ loop: Comprehension, at expression: Expression) {
    guard case .locals(let first, let second) = checked.references[expression.id],
      var path = path(of: loop.range)
    else { return }
    switch loop.kind {
    case .bind, .optMap, .optFlatMap: break
    default: path.steps.append(.element)
    }
    locals[first] = path
    if loop.secondVariable != nil { locals[second] = path }
  }

  private func path(of expression: Expression) -> MemberPath? {
    switch checked.references[expression.id] {
    case .variable(let slot): return MemberPath(variables[slot].name)
    case .local(let slot): return locals[slot]
    default: break
    }
    switch expression.kind {
    case .select(let selection):
      return path(of: selection.operand).map {
        MemberPath($0.variable, $0.steps + [.field(selection.field)])
      }
    case .call(let call) where [Operator.index, Operator.optionalIndex].contains(call.function):
      guard let path = path(of: call.arguments[0]) else { return nil }
      if case .literal(.string(let key)) = call.arguments[1].kind {
        return MemberPath(path.variable, path.steps + [.field(key)])
      }
      return MemberPath(path.variable, path.steps + [.element])
    default: return nil
    }
  }
}
