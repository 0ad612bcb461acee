import CEL
package import Findings

/// A rule ready to be asked: its condition compiled, what it tells compiled when it first matches.
package final class Rule: Sendable {
  package let source: RuleSource
  /// What the rule's parameters are unless somebody sets them.
  let parameters: Value
  /// The slot of `parameters` in the rule's environment; -1 when it has none.
  let parametersSlot: Int
  let given: [Given]
  /// The slot of the first name of `given` in the rule's environment.
  let firstGiven: Int
  /// The list that the rule is asked for each element of.
  let each: Given?
  let when: Expression
  let telling: Lazy<Result<Telling, RuleErrors>>

  package var name: String { source.name.value }
  package var title: String { source.title.value }
  package var playbook: Playbook { source.playbook }

  /// A name of `given` and the expression that computes it.
  struct Given: Sendable {
    var name: String
    var expression: Expression
  }

  /// Compiles the rule's condition, with the names that the environment knows.
  init(
    _ source: RuleSource, in environment: Environment, _ strictness: Environment.Strictness,
    remedies: SharedRemedies
  ) throws(RuleErrors) {
    var compiler = RuleCompiler(in: environment, strictness)
    firstGiven = compiler.variableCount
    parametersSlot = source.parameters.isEmpty ? -1 : firstGiven - 1
    parameters = Value(source.parameters)
    let given = compiler.definitions(source.given)
    let each = source.each.flatMap { compiler.definition($0, giving: .list) }
    let when = compiler.expression(source.when, giving: .bool)
    guard let when, compiler.errors.isEmpty else { throw RuleErrors(compiler.errors) }
    self.source = source
    self.given = given
    self.each = each
    self.when = when
    let continued = compiler
    telling = Lazy {
      Result { () throws(RuleErrors) in
        try Telling(source, remedies: remedies, compiledBy: continued)
      }
    }
  }

  /// Compiles the rest of the rule too, and throws what is wrong with it.
  package func compileAll() throws(RuleErrors) {
    _ = try telling.value.get()
  }
}
